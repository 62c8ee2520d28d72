import type { Alignment } from './align.ts';
import { paired } from './likeness.ts';

/**
 * What single words tell, learned from labelled texts: how much likelier a text makes the claim, in log-odds, when the word
 * is left over in it, opens it, is missing from it, or is shared. Keys are `u:`, `o:`, `m:` or `p:` and the words.
 */
export type WordSigns = Readonly<Record<string, number>>;

export const wordSignNames = [
  'unpairedSign',
  'unpairedSecondSign',
  'unpairedSigns',
  'unpairedAgainst',
  'openingSign',
  'twoWordOpeningSign',
  'threeWordOpeningSign',
  'missingSign',
  'missingSigns',
  'sharedSign',
  'sharedSigns',
] as const;

/** The words of an alignment as keys of a table. */
export interface SignedWords {
  readonly unpaired: readonly string[];
  readonly openings: readonly string[];
  readonly missing: readonly string[];
  readonly shared: readonly string[];
}

export function signedWordsOf({ text, likeness, focus, unpaired, best }: Alignment): SignedWords {
  const { tokens, reading } = text;
  const stemAt = (at: number) => tokens[at]?.word.stem ?? '';
  const sentence = tokens[focus[0] ?? 0]?.word.sentence ?? 0;
  const opening = reading.words.flatMap((word) =>
    word.sentence === sentence ? [word.folded] : [],
  );
  return {
    unpaired: unpaired.map((at) => `u:${stemAt(at)}`),
    openings: [1, 2, 3].map((length) => `o:${opening.slice(0, length).join(' ')}`),
    missing: best.missing.map(({ word }) => `m:${word.stem}`),
    shared: focus.filter((at) => (likeness[at] ?? 0) >= paired).map((at) => `p:${stemAt(at)}`),
  };
}

export function wordSignFeatures(words: SignedWords, signOf: (key: string) => number): number[] {
  const sorted = (keys: readonly string[]) => keys.map(signOf).sort((one, other) => one - other);
  const sum = (signs: readonly number[]) => signs.reduce((total, sign) => total + sign, 0);
  const unpaired = sorted(words.unpaired);
  const missing = sorted(words.missing);
  const shared = sorted(words.shared);
  return [
    unpaired[0] ?? 0,
    unpaired[1] ?? 0,
    sum(unpaired),
    unpaired.filter((sign) => sign < 0).length,
    ...words.openings.map(signOf),
    missing[0] ?? 0,
    sum(missing),
    shared[0] ?? 0,
    sum(shared),
  ];
}

import { readText } from '../matching/differences/reading.ts';
import type { Word } from '../matching/differences/words.ts';
import type { Statement } from '../matching/matcher.ts';
import { createRandom } from './random.ts';

const exchanges = ['exchanged', 'inserted'] as const;
export type Exchange = (typeof exchanges)[number];

/** A claim's own words but for one. */
export interface ExchangedText {
  /** Of the claim. */
  readonly id: string;
  readonly text: string;
  readonly how: Exchange;
}

/**
 * Each claim and wording twice: with a word of some other claim in a word's place, and with one before it.
 * @param wordsFrom whether the wordings of other claims give words, too: in those that people type much is said for nothing ("lol", "now")
 */
export function exchangeWords(
  statements: readonly Statement[],
  seed: number,
  wordsFrom: 'claims' | 'claims and wordings' = 'claims and wordings',
): ExchangedText[] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const read = statements.map(({ id, text, wordings = [] }) => ({
    id,
    sayings: [text, ...wordings].map((saying) => readText(saying)),
  }));
  const words = read.map(({ sayings }) => sayings.map(contentWords));
  const everyWord = words.flatMap((sayings) =>
    wordsFrom === 'claims' ? (sayings[0] ?? []) : sayings.flat(),
  );
  return read.flatMap(({ id, sayings }, at) => {
    const own = new Set(words[at]?.flat().map(({ stem }) => stem));
    const strangers = everyWord.filter(({ stem }) => !own.has(stem));
    return sayings.flatMap(({ text }, which) =>
      exchanges.flatMap((how) => {
        const place = pick(words[at]?.[which] ?? []);
        const stranger = pick(strangers);
        if (!place || !stranger) return [];
        const before = text.slice(0, place.start) + stranger.text;
        const behind = how === 'exchanged' ? text.slice(place.end) : ` ${text.slice(place.start)}`;
        return [{ id, text: before + behind, how }];
      }),
    );
  });
}

/** The words that say something, numbers apart. */
function contentWords({ words, isContent, isNumber }: ReturnType<typeof readText>): Word[] {
  return words.filter(({ stem }, at) => isContent[at] && !isNumber[at] && stem.length > shortest);
}

const shortest = 2;

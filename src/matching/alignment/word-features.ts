import type { Lexicon } from '../index/lexicon.ts';
import type { Alignment, RarityOf } from './align.ts';
import { cosineOf, paired } from './likeness.ts';
import { relationOf } from './thesaurus.ts';
import type { Token } from './tokens.ts';

/** How far words correspond, and what is left over on either side. */
export const wordFeatureNames = [
  'words',
  'focusWords',
  'textCovered',
  'textNearlyCovered',
  'focusCovered',
  'focusNearlyCovered',
  'unpairedRarest',
  'unpairedSecond',
  'unpaired',
  'unpairedShare',
  'unpairedNames',
  'unpairedStrangers',
  'unpairedBetween',
  'unpairedAfter',
  'unpairedBefore',
  /** Cosine, with the claim's word that is nearest, of the unpaired word for which that is least. */
  'unpairedFarthest',
  'unpairedLikeness',
  'claimCovered',
  'claimNearlyCovered',
  'missingRarest',
  'missingSecond',
  'missing',
  'missingNames',
  'mainCovered',
  'mainNearlyCovered',
  'replaced',
  'inversions',
  'longestRun',
  'beginsPaired',
  'firstPaired',
  'lastPaired',
  'isVerbatim',
  /** Unpaired words that exclude one that the text leaves out, and how rare the rarest is. */
  'exclusive',
  'exclusiveRarest',
  /** Those that exclude any word of the saying. */
  'exclusiveAnywhere',
] as const;

export function wordFeatures(
  { text, claim, likeness, focus, unpaired, best, main, order }: Alignment,
  rarityOf: RarityOf,
  isKnown: (token: Token) => boolean,
  lexicon: Lexicon,
): number[] {
  const { tokens, reading } = text;
  const tokenAt = (at: number) => tokens[at] as Token;
  const isPaired = (at: number) => (likeness[at] as number) >= paired;
  const share = (places: readonly number[], by: (at: number) => number) => {
    let all = 0;
    let part = 0;
    for (const at of places) {
      const mass = rarityOf(tokenAt(at));
      all += mass;
      part += mass * by(at);
    }
    return part / (all || 1);
  };
  const everywhere = tokens.map((_, at) => at);
  const first = focus.find(isPaired) ?? Number.POSITIVE_INFINITY;
  const last = focus.findLast(isPaired) ?? -1;
  const rarities = unpaired.map((at) => rarityOf(tokenAt(at))).sort((one, other) => other - one);
  const missing = best.missing.map(rarityOf).sort((one, other) => other - one);
  const count = (is: (at: number) => boolean) => unpaired.filter(is).length;
  const nearest = unpaired.map((at) => {
    const token = tokenAt(at);
    // Of a text full of words that nobody knows, none is near to anything.
    if (token.lexiconPlace < 0) return 0;
    return best.missing.reduce((top, other) => Math.max(top, cosineOf(token, other, lexicon)), 0);
  });
  const excludesOneOf = (at: number, others: readonly Token[]) => {
    const { senses } = tokenAt(at);
    if (senses.length === 0) return false;
    return others.some((other) => relationOf(senses, other.senses) === 'exclusive');
  };
  const exclusive = unpaired.filter((at) => excludesOneOf(at, best.missing));
  const size = focus.length || 1;
  return [
    Math.log1p(tokens.length),
    Math.log1p(focus.length),
    share(everywhere, (at) => Number(isPaired(at))),
    share(everywhere, (at) => likeness[at] as number),
    share(focus, (at) => Number(isPaired(at))),
    share(focus, (at) => likeness[at] as number),
    rarities[0] ?? 0,
    rarities[1] ?? 0,
    unpaired.length,
    unpaired.length / size,
    count((at) => isName(tokenAt(at))),
    count((at) => tokenAt(at).lexiconPlace < 0 && !isKnown(tokenAt(at))),
    count((at) => at > first && at < last),
    count((at) => at > last),
    count((at) => at < first),
    nearest.length > 0 ? Math.min(...nearest) : 1,
    unpaired.length > 0
      ? unpaired.reduce((sum, at) => sum + (likeness[at] as number), 0) / unpaired.length
      : 1,
    best.covered,
    best.nearlyCovered,
    missing[0] ?? 0,
    missing[1] ?? 0,
    missing.length,
    best.missing.filter(isName).length,
    main.covered,
    main.nearlyCovered,
    Math.min(unpaired.length, missing.length),
    ...runs(order, size),
    focus.slice(0, 2).filter(isPaired).length,
    Number(first === focus[0]),
    Number(last === focus.at(-1)),
    Number([claim.reading.main, ...claim.reading.wordings].some(isSaidBy)),
    exclusive.length,
    Math.max(0, ...exclusive.map((at) => rarityOf(tokenAt(at)))),
    count((at) => excludesOneOf(at, best.saying.tokens)),
  ];

  function isSaidBy({ words }: typeof reading): boolean {
    return (
      words.length === reading.words.length &&
      words.every(({ stem }, at) => stem === reading.words[at]?.stem)
    );
  }
}

/** A capital inside a sentence. */
export function isName({ word }: Token): boolean {
  return word.capital && !word.opens;
}

/** How often the text goes back in the claim's order, and the share of its longest stretch that it repeats in a row. */
function runs(order: readonly number[], size: number): [number, number] {
  let inversions = 0;
  let run = Math.min(1, order.length);
  let longest = run;
  for (let at = 1; at < order.length; at += 1) {
    const step = (order[at] as number) - (order[at - 1] as number);
    if (step < 0) inversions += 1;
    run = step === 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return [inversions, longest / size];
}

import type { Amounts } from '../amounts/amount.ts';
import type { CheckedReading, Reading } from '../differences/reading.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One way in which a claim is said. */
export interface Saying {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  /** For each token, the place of its word in `words` of the claim. */
  readonly places: readonly number[];
}

/** A claim as the alignment sees it. */
export interface ClaimTokens {
  readonly reading: CheckedReading;
  /** Each distinct word of all that is said, once. */
  readonly words: readonly Token[];
  /** The claim's own text, then its wordings. */
  readonly sayings: readonly [Saying, ...Saying[]];
  /** Of the claim's own text. */
  readonly amounts: Amounts;
  /** Of everything said, headings too. */
  readonly allAmounts: Amounts;
}

export function readClaimTokens(
  reading: CheckedReading,
  lexicon: Lexicon,
  leftOut?: string,
): ClaimTokens {
  const words: Token[] = [];
  const placeOf = new Map<string, number>();
  const say = (said: Reading): Saying => {
    const tokens = tokensOf(said, lexicon, undefined, leftOut);
    const places = tokens.map((token) => {
      const known = placeOf.get(token.word.folded);
      if (known !== undefined) return known;
      placeOf.set(token.word.folded, words.length);
      return words.push(token) - 1;
    });
    return { reading: said, tokens, places };
  };
  const main = say(reading.main);
  const wordings = reading.wordings.map(say);
  for (const heading of reading.headings) say(heading);
  return {
    reading,
    words,
    sayings: [main, ...wordings],
    amounts: reading.main,
    allAmounts: {
      amounts: reading.all.flatMap(({ amounts }) => amounts),
      times: reading.all.flatMap(({ times }) => times),
    },
  };
}

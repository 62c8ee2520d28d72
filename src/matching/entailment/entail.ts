import type { Lexicon } from '../index/lexicon.ts';
import { newWorkings, runNetwork } from './network.ts';
import type { Pair, PairWord } from './pair.ts';
import type { Parameters } from './parameters.ts';

/** Logarithms of odds. */
export interface LogOdds {
  /** That the text makes the claim. */
  readonly same: number;
  /** That it makes it, or comes close to it. */
  readonly related: number;
}

/** Undefined where the network knows too few of the words. */
export type Entail = (pair: Pair) => LogOdds | undefined;

/** Of fewer words than this share of both sentences a network that knows no Hindi, say, has nothing to tell. */
const leastKnown = 0.5;

/**
 * The network has learned from packs. Of thousands of claims some one is always put much like the text, and it would let several
 * times as many tweets without a claim pass: in larger stores it is not asked.
 */
export const largestStore = 1000;

/** Of these, few authors wrote, and those that it did not learn from knew none of its words: what it makes of them cannot be judged. */
const otherScript = /(?!\p{Script=Latin})\p{L}/u;

export function openEntailment(parameters: Parameters, lexicon: Lexicon): Entail {
  const workings = newWorkings(parameters.width, new Map());
  const isKnown = ({ word, lexiconPlace }: PairWord) =>
    lexiconPlace >= 0 || (parameters.placeOf(word) > 0 && !otherScript.test(word));
  return (pair) => {
    const words = [...pair.text, ...pair.claim];
    if (words.filter(isKnown).length < leastKnown * words.length) return undefined;
    runNetwork(parameters, lexicon, pair, workings);
    const [same, related] = workings.outcome;
    return { same: same as number, related: related as number };
  };
}

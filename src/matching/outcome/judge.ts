import type { Entail, LogOdds } from '../entailment/entail.ts';
import type { Pair } from '../entailment/pair.ts';
import type { DecisionModel } from './decision-model.ts';
import { createLogOdds } from './trees.ts';

/** What is likely of one candidate. */
export interface Judgement {
  /** Probability that the text makes this claim. */
  readonly same: number;
  /** Probability that it makes it, or comes close to it: worked out when it is asked for. */
  readonly related: () => number;
}

/** A candidate as trees and network see it. */
export interface JudgedBy {
  /** In the order of `decisionFeatureNames`. */
  readonly values: ArrayLike<number>;
  /** Both sentences: asked for only where they may decide. */
  readonly pair: () => Pair;
}

/** Of all candidates of one text, in a store of so many statements. */
export type Judge = (candidates: readonly JudgedBy[], storeSize: number) => Judgement[];

/**
 * How much of the log-odds is the network's: it knows words and their order, and nothing of the other candidates, of amounts or of
 * rules. On *calibrate* and *choose* two fifths answer as many as three tenths or a half and tell more of what differs.
 */
const networkShare = 0.4;

/**
 * Where trees find less than this (two in eleven), the network is not asked: of *calibrate* and *choose* as many are answered rightly
 * without it, and what stands first among those that are no answer is better told by the trees.
 */
const leastAsked = -1.5;
/**
 * The network has learned from packs. Of thousands of claims some one is always put much like the text: there it would let 7 in 100
 * tweets without a claim pass instead of 2, and three fifths of the right ones at 5 % instead of three quarters.
 */
const largestStore = 1000;

/** It is never surer than this that a text makes the claim, or doesn't: of *calibrate* and *choose* as many come out rightly. */
const farthestSure = 2.5;
/** Nor does it bring a candidate so far behind another, in log-odds, before that one. */
const farthestAsked = 5;

/** What boosted trees say of a candidate's features and, if there is one, a network of its words, put together. */
export function openJudge(
  model: Pick<DecisionModel, 'same' | 'related'>,
  entail: Entail | undefined,
): Judge {
  const sameOf = createLogOdds(model.same);
  const relatedOf = createLogOdds(model.related);
  return (candidates, storeSize) => {
    const odds = candidates.map(({ values }) => sameOf(values));
    const least = Math.max(leastAsked, Math.max(...odds) - farthestAsked);
    return candidates.map(({ values, pair }, at) => {
      const told = once(() => (storeSize <= largestStore ? entail?.(pair()) : undefined));
      const blended = (trees: number, of: keyof LogOdds, leastToAsk: number): number => {
        const network = trees < leastToAsk ? undefined : told();
        return probabilityOf(
          network ? (1 - networkShare) * trees + networkShare * bounded(network, of) : trees,
        );
      };
      return {
        same: blended(odds[at] as number, 'same', least),
        related: once(() => blended(relatedOf(values), 'related', leastAsked)),
      };
    });
  };
}

function bounded(network: LogOdds, of: keyof LogOdds): number {
  const odds = network[of];
  return of === 'same' ? Math.max(-farthestSure, Math.min(farthestSure, odds)) : odds;
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function once<Result>(work: () => Result): () => Result {
  let done: { readonly result: Result } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

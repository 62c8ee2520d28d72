import { once } from '../../packed/once.ts';
import { decisionFeatures, type Seen } from './decision-features.ts';
import type { DecisionModel, Grove } from './decision-model.ts';
import { createLogOdds } from './trees.ts';

/** What is likely of one candidate. */
export interface Judgement {
  /** Probability that the text makes this claim. */
  readonly same: number;
  /** Probability that it makes it, or comes close to it: worked out when it is asked for. */
  readonly related: () => number;
}

/** Likelier than not. */
export function isLikely({ same }: Pick<Judgement, 'same'>): boolean {
  return same >= 0.5;
}

export type Judge = (seen: Seen) => Judgement;

/**
 * How much of the log-odds is that of the grove with the network's word. By itself it tells no more of *calibrate* and *choose* apart,
 * and changes which near claim stands first; with a half, more of what differs passes.
 */
const entailedShare = 0.65;

/** Both groves, whose trees are opened once they are asked, which takes much longer than what follows. */
export function openJudge({ plain, entailed }: Pick<DecisionModel, 'plain' | 'entailed'>): Judge {
  const oddsPlain = openGrove(plain);
  const oddsEntailed = openGrove(entailed);
  return (seen) => {
    const one = oddsPlain(seen);
    if (!seen.told) return toJudgement(one);
    const other = oddsEntailed(seen);
    const mean = (of: keyof GroveOdds) => () =>
      (1 - entailedShare) * one[of]() + entailedShare * other[of]();
    return toJudgement({ same: mean('same'), related: mean('related') });
  };
}

/** A grove by itself. */
export function judgeOf(grove: Grove): Judge {
  const oddsOf = openGrove(grove);
  return (seen) => toJudgement(oddsOf(seen));
}

/** Logarithms of odds, each worked out when it is asked for. */
interface GroveOdds {
  readonly same: () => number;
  readonly related: () => number;
}

function openGrove({ same, related, signs }: Grove): (seen: Seen) => GroveOdds {
  const sameOf = once(() => createLogOdds(same));
  const relatedOf = once(() => createLogOdds(related));
  return (seen) => {
    const values = decisionFeatures(seen, signs);
    return { same: () => sameOf()(values), related: () => relatedOf()(values) };
  };
}

function toJudgement({ same, related }: GroveOdds): Judgement {
  return { same: probabilityOf(same()), related: once(() => probabilityOf(related())) };
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

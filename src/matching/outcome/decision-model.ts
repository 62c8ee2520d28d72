import type { WordSigns } from '../alignment/word-signs.ts';
import type { Strictness } from '../matcher.ts';
import type { Trees } from './trees.ts';

/** When to answer and when to name a claim as close, as `npm run train` learned it and keeps it in `decision.json`. */
export interface DecisionModel {
  readonly provenance: string;
  /** For what the network is not asked about: thousands of claims, and languages that it does not know. */
  readonly plain: Grove;
  /** For what it is asked about. */
  readonly entailed: Grove;
  readonly levels: Readonly<Record<Strictness, Level>>;
}

/** Trees that were learned from the same examples. */
export interface Grove {
  /** Probability that a candidate is the claim that the text makes. */
  readonly same: Trees;
  /** Probability that the text makes it, or comes close to it. */
  readonly related: Trees;
  readonly signs: WordSigns;
}

export interface Level {
  /** The least probability of being the claim at which it is answered. */
  readonly same: number;
  /** The least probability of being close at which a claim that differs is named. */
  readonly related: number;
}

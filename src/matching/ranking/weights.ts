import type { Strictness } from '../matcher.ts';
import type { ConfidenceWeights } from '../outcome/confidence.ts';
import type { RankerWeights } from './ranker.ts';

/** What `npm run train` learned, as kept in `weights.json`. */
export interface Weights {
  readonly provenance: {
    readonly command: string;
    readonly on: string;
    readonly seed: number;
    readonly data: Readonly<Record<string, string>>;
    readonly measured: Readonly<Record<string, number>>;
  };
  readonly ranker: RankerWeights;
  readonly confidence: ConfidenceWeights;
  /** For each level, the least confidence that is answered, and what share of such answers were right when it was set. */
  readonly strictness: Readonly<
    Record<Strictness, { readonly confidence: number; readonly precision: number }>
  >;
  /** The least probability at which a candidate that is not answered is worth naming. */
  readonly near: number;
  /** The lead below which the runner-up is a rival, and how often it is the right one there. */
  readonly rivalry: { readonly margin: number; readonly runnerUpIsRight: number };
  /** How many candidates are named at most, and how often the right one is among them. */
  readonly named: { readonly count: number; readonly rightIsAmong: number };
  /** The most words of which a text, though a candidate has them all, says too little, and how often it was right. */
  readonly bare: { readonly words: number; readonly right: number };
}

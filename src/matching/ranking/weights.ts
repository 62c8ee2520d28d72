import type { RankerWeights } from './ranker.ts';

/** What `npm run train` learned of ranking, as kept in `weights.json`. */
export interface Weights {
  readonly provenance: string;
  readonly ranker: RankerWeights;
}

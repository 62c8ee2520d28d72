import type { ClaimRevision } from '../claims/revision.ts';
import type { ToldClaim } from '../claims/told-claim.ts';

/** What answers told of claims, by revision: packs keep only what they say today. */
export interface ToldClaims {
  /** Never rejects: an answer that was given is given. */
  keep(told: ToldClaim): Promise<void>;
  /** Undefined for what an earlier version of the bot told; rejects when the store is lost. */
  find(revision: ClaimRevision): Promise<ToldClaim | undefined>;
}

import type { ClaimRef } from './claim.ts';
import type { Pack } from './pack.ts';
import type { Changer } from './reload-history.ts';

/** How many sets there are to go back to, beside the newest. */
export const setsToGoBackTo = 5;

/** A set of claims that was loaded, as a list of such sets names it. */
export interface KeptSet {
  readonly fingerprint: string;
  /** ISO 8601 instant of the last time that it was read from files. */
  readonly loadedAt: string;
  readonly by: Changer;
  /** How many. */
  readonly claims: number;
}

/** The digest of a claim, as `claimDigest` makes it, where that is known. */
export type DigestOf = (ref: ClaimRef) => bigint | undefined;

/** The sets that were loaded last, across restarts and for all processes over a store. */
export interface KeptSets {
  /**
   * Puts a set in front, also one that was further back; what lies behind the newest and the `setsToGoBackTo` before it goes.
   * What other sets have as well is not written again. Never rejects: without a store it forgets.
   * @param digestOf where it gives a digest of a claim, that claim is only made if it has to be written
   */
  keep(set: KeptSet, packs: readonly Pack[], digestOf?: DigestOf): Promise<void>;
  /** The newest first. Rejects when the store is lost. */
  list(): Promise<readonly KeptSet[]>;
  /** Undefined where it is not kept, or was by a version whose claims this one can't read. Rejects when the store is lost. */
  packs(fingerprint: string): Promise<readonly Pack[] | undefined>;
}

import type { Claim, ClaimRef } from './claim.ts';
import { changedRefs, type PackChanges } from './claim-changes.ts';
import { claimToRevision } from './revision.ts';

/** A claim of which readers would see something else from now on. */
export interface RevisedClaim {
  readonly ref: ClaimRef;
  /** Undefined where the claim is gone. */
  readonly revision: string | undefined;
}

interface FindingSet {
  find(ref: ClaimRef): Claim | undefined;
}

/**
 * The claims that one set shows otherwise than the other, or only one of them shows.
 * @param ways of these changes, those to look at
 */
export async function revisedClaims(
  before: FindingSet,
  after: FindingSet,
  changes: readonly PackChanges[],
  ways: Parameters<typeof changedRefs>[1],
): Promise<readonly RevisedClaim[]> {
  const revised: RevisedClaim[] = [];
  for await (const ref of changedRefs(changes, ways)) {
    const revision = revisionOf(after.find(ref));
    if (revision !== revisionOf(before.find(ref))) revised.push({ ref, revision });
  }
  return revised;
}

function revisionOf(claim: Claim | undefined): string | undefined {
  return claim && claimToRevision(claim).revision;
}

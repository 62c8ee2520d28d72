import type { Claim } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { UserError } from '../texts/user-error.ts';

/** @throws {UserError} for what is no id: near words are not enough where much follows from it. */
export function claimById(id: string, claims: Pick<ClaimSet, 'lookup'>): Claim {
  const lookup = claims.lookup(id);
  if (lookup.outcome === 'match' && lookup.byId) return lookup.claim;
  throw new UserError('admin.noSuchClaim', { claim: id });
}

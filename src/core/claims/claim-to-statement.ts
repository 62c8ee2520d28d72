import type { Statement } from '../../matching/matcher.ts';
import type { Claim, ClaimRef } from './claim.ts';

/** Equal for claims that the matcher can't tell apart. */
export function statementText(claim: Claim): string {
  return JSON.stringify(claimToStatement(claim));
}

/** What the matcher is to know of a claim. */
export function claimToStatement(claim: Claim): Statement & { readonly id: ClaimRef } {
  return {
    id: claim.ref,
    text: claim.claim,
    wordings: claim.wordings,
    topics: claim.topics,
    urls: claim.sources.flatMap((source) => source.url ?? []),
    ...(claim.claimant !== null && { claimant: claim.claimant }),
  };
}

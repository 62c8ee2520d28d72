import type { Claim } from '../../core/claims/claim.ts';
import type { ImportedRecord } from './imported-record.ts';

/** A claim of a pack's own as a record: what a table has room for. */
export function claimToRecord(claim: Claim, publisher: string, label: string): ImportedRecord {
  const { claimant, occasion, topics, wordings, verification, summary, verdict } = claim;
  return {
    claim: claim.claim,
    numbers: {},
    claimant,
    occasion,
    sources: claim.sources.flatMap(({ url }) => url ?? []),
    topics,
    wordings,
    language: claim.language,
    check: {
      publisher,
      label,
      verdict,
      isRead: true,
      isHeadline: false,
      title: null,
      summary,
      url: null,
      publishedOn: verification.on,
      modifiedOn: null,
      correction: null,
      expiresOn: verification.expiresOn ?? null,
      withdrawnOn: null,
    },
  };
}

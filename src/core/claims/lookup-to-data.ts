import type { Difference, Evidence } from '../../matching/matcher.ts';
import type { Day } from './calendar.ts';
import type { Claim, ClaimRef, Source } from './claim.ts';
import { gistOf } from './gist.ts';
import type { Lookup } from './lookup.ts';
import { type PublishedCheck, unknownDay } from './published-check.ts';
import { hasVerdict, type VerificationState, verificationOn } from './verification.ts';

/** A lookup for other programs, as docs/json.md describes it. */
export type LookupData =
  | {
      readonly outcome: 'match';
      readonly byId: boolean;
      readonly confidence: number;
      readonly differences: readonly Difference[];
      readonly evidence: Omit<Evidence, 'wording'> & { readonly wording: string | null };
      readonly claim: ClaimData;
    }
  | { readonly outcome: 'ambiguous'; readonly claims: readonly NamedClaim[] }
  | {
      readonly outcome: 'none';
      readonly reason: 'no-record' | 'nothing-to-check';
      readonly nearest: readonly NamedClaim[];
    };

/** A claim that is not known to be the asker's: without its verdict, which would be read as the answer. */
interface NamedClaim {
  readonly ref: ClaimRef;
  readonly claim: string;
  readonly verification: { readonly state: VerificationState };
}

/** What is null or empty here is untold: the record lacks it, or its verdict may not be told. */
interface ClaimData
  extends Pick<Claim, 'ref' | 'language' | 'claim' | 'kind' | 'claimant' | 'occasion' | 'topics'> {
  /** Null where others published the check and its day can't be read. */
  readonly asOf: Day | null;
  readonly verification: {
    readonly state: VerificationState;
    readonly by: readonly string[];
    readonly on: Day | null;
    readonly recheckDueOn: Day | null;
    readonly how: string | null;
    /** Why it is disputed or retracted. */
    readonly reason: string | null;
  };
  readonly verdict: Claim['verdict'] | null;
  readonly gist: string | null;
  readonly summary: string | null;
  readonly context: string | null;
  readonly sources: readonly SourceData[];
  readonly history: Claim['history'];
  /** What publishers found, where it is their check and not ours. */
  readonly checks: readonly PublishedCheck[];
}

type SourceData = Pick<
  Source,
  'title' | 'publisher' | 'url' | 'published' | 'kind' | 'quote' | 'stance' | 'read'
> & { readonly labels: NonNullable<Source['labels']>; readonly rating: string | null };

/** Of a draft or a withdrawn check, nothing that gives its verdict away. */
export function lookupToData(lookup: Lookup, today: Day): LookupData {
  const named = (claims: readonly Claim[]) => claims.map((claim) => nameClaim(claim, today));
  switch (lookup.outcome) {
    case 'match': {
      const { outcome, byId, confidence, differences } = lookup;
      const { wording = null, ...evidence } = lookup.evidence;
      const claim = claimToData(lookup.claim, today);
      return {
        outcome,
        byId,
        confidence,
        differences,
        evidence: { ...evidence, wording },
        claim,
      };
    }
    case 'ambiguous':
      return { outcome: lookup.outcome, claims: named(lookup.claims) };
    case 'none':
      return { outcome: lookup.outcome, reason: lookup.reason, nearest: named(lookup.nearest) };
  }
}

function nameClaim(claim: Claim, today: Day): NamedClaim {
  const state = verificationOn(claim, today);
  return { ref: claim.ref, claim: claim.claim, verification: { state } };
}

function claimToData(record: Claim, today: Day): ClaimData {
  const { ref, language, claim, kind, claimant, occasion, topics } = record;
  const asOf = knownDay(record.asOf);
  const state = verificationOn(record, today);
  const { by, recheckDueOn, how, reason = null } = record.verification;
  const on = knownDay(record.verification.on);
  const about = { ref, language, claim, kind, claimant, occasion, topics, asOf };
  if (!hasVerdict(state)) {
    return {
      ...about,
      verification: { state, by, on, recheckDueOn, how: null, reason },
      verdict: null,
      // A draft's own gist says what is known and missing, and judges nothing.
      gist: state === 'draft' && !record.verification.proposed ? (record.gist ?? null) : null,
      summary: null,
      context: null,
      sources: [],
      history: [],
      checks: [],
    };
  }
  const { verdict, summary, context, history, checks = [] } = record;
  return {
    ...about,
    verification: { state, by, on, recheckDueOn, how, reason },
    verdict,
    gist: gistOf(record),
    summary,
    context,
    sources: record.sources.map(sourceToData),
    history,
    checks,
  };
}

function knownDay(day: Day): Day | null {
  return day === unknownDay ? null : day;
}

/** Without what is written for reviewers: notes, and where the text was read instead of at the publisher. */
function sourceToData(source: Source): SourceData {
  const { title, publisher, url, published, kind, quote, stance, read } = source;
  const { labels = [], rating = null } = source;
  return { title, publisher, url, published, kind, quote, stance, read, labels, rating };
}

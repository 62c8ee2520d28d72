import { createHash } from 'node:crypto';
import type { Claim, ClaimRef, Source } from './claim.ts';

/** A claim as readers saw it at some time. */
export interface ClaimRevision {
  readonly ref: ClaimRef;
  /** Sixteen hexadecimal digits; another one means that readers would notice a difference. */
  readonly revision: string;
}

/**
 * The revision of a claim: a hash of what an answer shows of it, and not of its file. Another wording, near miss, topic or
 * remark for reviewers makes no other revision; the order in which a file lists its fields doesn't either.
 */
export function claimToRevision(claim: Claim): ClaimRevision {
  const { ref, verdict, gist, summary, context, sources, verification } = claim;
  const { status, by, on, how, recheckDueOn, expiresOn, reason } = verification;
  const seen = [
    [claim.claim, verdict, gist, summary, context],
    sources.map(sourceAsSeen),
    [status, by, on, how, recheckDueOn, expiresOn, reason],
    ...(claim.checks ? [claim.checks] : []),
  ];
  const hash = createHash('sha256').update(JSON.stringify(seen)).digest('hex');
  return { ref, revision: hash.slice(0, 16) };
}

/** What shows these revisions, so that it can be kept: one text for each. */
export function revisionsToShown(about: readonly ClaimRevision[] = []): readonly string[] {
  return about.map(({ ref, revision }) => `${ref} ${revision}`);
}

/**
 * The revisions that something may show, one for each claim: where it may show the one of now or one of before, that of
 * before, so that a correction puts it right.
 */
export function shownToRevisions(
  shows: readonly string[],
  now: readonly ClaimRevision[] = [],
): readonly ClaimRevision[] {
  const current = new Set(revisionsToShown(now));
  const before = shows.filter((each) => !current.has(each));
  const byRef = new Map<ClaimRef, ClaimRevision>();
  for (const each of [...before, ...shows]) {
    const [ref, revision] = each.split(' ') as [ClaimRef, string];
    if (!byRef.has(ref)) byRef.set(ref, { ref, revision });
  }
  return [...byRef.values()];
}

function sourceAsSeen(source: Source): readonly unknown[] {
  const { title, publisher, url, published, approximate } = source;
  const { kind, quote, stance, read, labels, rating } = source;
  return [title, publisher, url, published, approximate, kind, quote, stance, read, labels, rating];
}

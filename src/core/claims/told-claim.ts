import { differBySlipsOnly } from '../texts/typing-slips.ts';
import type { Claim } from './claim.ts';
import { gistOf } from './gist.ts';
import { type ClaimRevision, claimToRevision } from './revision.ts';

/** What an answer told of a claim: enough to say later what has changed since. */
export interface ToldClaim
  extends ClaimRevision,
    Pick<Claim, 'claim' | 'kind' | 'verdict' | 'summary' | 'context'> {
  readonly gist: string;
  readonly status: Claim['verification']['status'];
  /** The sources as data, in one text. */
  readonly sources: string;
  /** How many corrections its history told of. */
  readonly corrections: number;
}

export function claimToTold(claim: Claim): ToldClaim {
  const { kind, verdict, summary, context, sources, verification, history } = claim;
  const shown = sources.map(({ title, publisher, url, published, quote, stance, rating }) => [
    title,
    publisher,
    url,
    published,
    quote,
    stance,
    rating,
  ]);
  return {
    ...claimToRevision(claim),
    claim: claim.claim,
    kind,
    verdict,
    summary,
    context,
    gist: gistOf(claim),
    status: verification.status,
    sources: JSON.stringify(shown),
    corrections: history.filter(({ correction }) => correction).length,
  };
}

/**
 * What readers of the one would want to know of the other. `verdict`: another verdict, or it was withdrawn, disputed or
 * stands again. `content`: other words or sources for the same verdict. `none`: nothing but slips, or a check on another day.
 */
export type ChangeForReaders = 'verdict' | 'content' | 'none';

export function changeForReaders(told: ToldClaim, now: ToldClaim): ChangeForReaders {
  if (told.verdict !== now.verdict || told.status !== now.status) return 'verdict';
  if (now.corrections > told.corrections && told.revision !== now.revision) return 'content';
  const texts: readonly (readonly [string, string])[] = [
    [told.claim, now.claim],
    [told.gist, now.gist],
    [told.summary, now.summary],
    [told.context ?? '', now.context ?? ''],
  ];
  const isSaidAlike = texts.every(([one, other]) => differBySlipsOnly(one, other));
  return isSaidAlike && told.sources === now.sources ? 'none' : 'content';
}

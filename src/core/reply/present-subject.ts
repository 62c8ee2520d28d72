import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { Texts } from '../texts/texts.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Answer, ListItem } from './reply.ts';

/** How many claims an overview shows; the rest is counted. */
const shownClaims = 3;

/**
 * What the packs hold about a name, a topic or a page: a title that says how many claims, and the first of them with their verdicts.
 * @param claims the first of them, or all
 */
export function presentSubject(
  title: string,
  claims: readonly Claim[],
  total: number,
  today: Day,
  t: Texts,
): Answer {
  return {
    tone: 'neutral',
    title,
    blocks: [
      {
        kind: 'list',
        ordered: false,
        items: claims.slice(0, shownClaims).map((claim) => presentListed(claim, today, t)),
        omitted: Math.max(0, total - shownClaims),
      },
    ],
  };
}

/** A claim in a list, with its verdict and the name to ask for it by. */
export function presentListed(claim: Claim, today: Day, t: Texts): ListItem {
  return {
    text: t('claim.quoted', { claim: claim.claim }),
    detail: `${presentVerdict(claim, today, t)} · ${claim.ref}`,
  };
}

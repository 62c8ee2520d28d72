import { dayOf } from '../claims/calendar.ts';
import type { ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { Texts } from '../texts/texts.ts';
import type { ButtonAction } from './action.ts';
import { openAction } from './claim-select.ts';
import { presentListed } from './present-subject.ts';
import { type Press, pressIdToText } from './press-id.ts';
import type { Answer } from './reply.ts';

export const claimsPerPage = 5;

/** A page of a list of claims, each with its verdict, and the buttons that turn it. */
export function claimsPage(
  refs: readonly ClaimRef[],
  { answer, page }: { readonly answer: string | undefined; readonly page: number },
  { claims, now, t }: { readonly claims: ClaimSet; readonly now: Date; readonly t: Texts },
): Answer {
  const today = dayOf(now);
  const first = page * claimsPerPage;
  // A claim that is not in use any more is left out: its place in the kept list stays.
  const listed = refs.slice(first, first + claimsPerPage).map((ref) => claims.find(ref));
  const pages = Math.ceil(refs.length / claimsPerPage);
  return {
    tone: 'neutral',
    title: t('search.title', { total: refs.length }),
    blocks: [
      {
        kind: 'list',
        ordered: false,
        items: listed.flatMap((claim) => (claim ? [presentListed(claim, today, t)] : [])),
        omitted: 0,
      },
      ...(pages > 1
        ? [{ kind: 'text', text: t('search.page', { page: page + 1, pages }) } as const]
        : []),
    ],
    actions:
      answer === undefined
        ? []
        : [openAction(answer, listed, t, first), ...pageButtons('page', answer, page, pages, t)],
  };
}

/** "Previous page" and "Next page", where there is one. */
export function pageButtons(
  press: Press,
  answer: string,
  page: number,
  pages: number,
  t: Texts,
): readonly ButtonAction[] {
  const button = (to: number, label: string): ButtonAction => ({
    kind: 'button',
    id: pressIdToText({ press, answer, page: to }),
    label,
  });
  return [
    ...(page > 0 ? [button(page - 1, t('list.previous'))] : []),
    ...(page + 1 < pages ? [button(page + 1, t('list.next'))] : []),
  ];
}

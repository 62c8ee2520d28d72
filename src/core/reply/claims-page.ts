import { dayOf } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { ClaimQuery } from '../claims/shelf-lists.ts';
import type { Texts } from '../texts/texts.ts';
import type { ButtonAction } from './action.ts';
import { openAction } from './claim-select.ts';
import { presentListed } from './present-subject.ts';
import { type Press, pressIdToText, pressIdWith } from './press-id.ts';
import type { Answer } from './reply.ts';

export const claimsPerPage = 5;

export interface ClaimsPage {
  readonly shown: readonly Claim[];
  /** How many claims all pages show. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly query: ClaimQuery;
  /** The kept answer that buttons belong to; undefined where nothing could be kept. */
  readonly answer: string | undefined;
}

/** A page of a list of claims, each with its verdict, and the buttons that turn it, or what to type where there are none. */
export function claimsPage(
  { shown, total, page, query, answer }: ClaimsPage,
  { now, t }: { readonly now: Date; readonly t: Texts },
): Answer {
  const today = dayOf(now);
  const pages = Math.ceil(total / claimsPerPage);
  const turns =
    answer === undefined ? [] : pageButtons('page', answer, page - 1, pages, t, query.words);
  const next = t('search.next', { command: searchCommand(query, page + 1) });
  const lines = [
    ...(pages > 1 ? [t('search.page', { page, pages })] : []),
    ...(page < pages && turns.length === 0 ? [next] : []),
  ];
  return {
    tone: 'neutral',
    title: t('search.title', { total }),
    blocks: [
      {
        kind: 'list',
        ordered: false,
        items: shown.map((claim) => presentListed(claim, today, t)),
        omitted: 0,
      },
      ...lines.map((text) => ({ kind: 'text', text }) as const),
    ],
    actions: answer === undefined ? [] : [openAction(answer, shown, t), ...turns],
  };
}

/** What to type for a page. */
function searchCommand({ words, verdict, topic }: ClaimQuery, page: number): string {
  return [
    '/fact-search',
    ...(words === '' ? [] : [words]),
    ...(verdict === undefined ? [] : [`verdict:${verdict}`]),
    ...(topic === undefined ? [] : [`topic:${topic}`]),
    `page:${page}`,
  ].join(' ');
}

/** "Previous page" and "Next page", where there is one, and where an id has room for what the page needs of the asker's words. */
export function pageButtons(
  press: Press,
  answer: string,
  page: number,
  pages: number,
  t: Texts,
  asked = '',
): readonly ButtonAction[] {
  const button = (to: number, label: string): readonly ButtonAction[] => {
    const plain = { press, answer, page: to };
    const id = asked === '' ? pressIdToText(plain) : pressIdWith(plain, asked);
    return asked !== '' && id === pressIdToText(plain) ? [] : [{ kind: 'button', id, label }];
  };
  return [
    ...(page > 0 ? button(page - 1, t('list.previous')) : []),
    ...(page + 1 < pages ? button(page + 1, t('list.next')) : []),
  ];
}

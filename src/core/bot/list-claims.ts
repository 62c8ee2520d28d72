import type { ClaimQuery } from '../claims/shelf-lists.ts';
import { claimsPage, claimsPerPage } from '../reply/claims-page.ts';
import type { Answer } from '../reply/reply.ts';
import { UserError } from '../texts/user-error.ts';
import type { AnswerContext } from './command.ts';

/**
 * A page of the claims for a query, from 1. Of it the filters are kept and what the page shows; the asker's words stand in the
 * buttons that turn it, and nowhere else.
 * @throws {UserError} where there is no such page.
 */
export async function listClaims(
  query: ClaimQuery,
  page: number,
  context: AnswerContext,
): Promise<Answer> {
  const { claims, keep, t } = context;
  const { verdict = null, topic = null } = query;
  const found = claims.search(query);
  if (found.total === 0) {
    return {
      tone: 'neutral',
      title: t('search.none'),
      blocks: [{ kind: 'text', text: t('search.noneText') }],
    };
  }
  const pages = Math.ceil(found.total / claimsPerPage);
  if (page > pages) throw new UserError('search.noSuchPage', { page, pages });
  const shown = found.slice((page - 1) * claimsPerPage, claimsPerPage);
  const refs = shown.map(({ ref }) => ref);
  const answer = await keep({ kind: 'search', verdict, topic, refs });
  return claimsPage({ shown, total: found.total, page, query, answer }, context);
}

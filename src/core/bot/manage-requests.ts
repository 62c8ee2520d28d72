import { dayOf, formatPartialDate } from '../claims/calendar.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { declineReasons } from '../ports/requests.ts';
import type { Answer, ListItem } from '../reply/reply.ts';
import type { Told, WaitingRequest } from '../requests/request-desk.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import { UserError } from '../texts/user-error.ts';
import type { CommandContext } from './command.ts';

const perPage = 10;

/** What people wait for, those that most wait for first, a page at a time. */
export async function showRequests({
  services,
  allClaims,
  options,
  t,
}: CommandContext): Promise<Answer> {
  const waiting = await services.requests.waiting();
  const page = Number(options.page ?? 1);
  const pages = Math.max(1, Math.ceil(waiting.length / perPage));
  if (page > pages) throw new UserError('search.noSuchPage', { page, pages });
  const shown = waiting.slice((page - 1) * perPage, page * perPage);
  const next = t('search.next', { command: `/fact-admin requests page:${page + 1}` });
  return {
    tone: 'neutral',
    title: t('admin.requestsTitle', { count: waiting.length }),
    blocks:
      waiting.length === 0
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: shown.map((request) => presentRequest(request, allClaims, t)),
              omitted: 0,
            },
            { kind: 'note', text: t('admin.requestsHow') },
            ...(page < pages ? [{ kind: 'text', text: next } as const] : []),
          ],
  };
}

function presentRequest(
  { id, claim, at, askers, draft }: WaitingRequest,
  claims: ClaimSet,
  t: Texts,
): ListItem {
  const day = formatPartialDate(dayOf(new Date(at)), t.locale);
  const line = t('admin.requestLine', { askers: askers.length, day, id });
  // One that was withdrawn is gone.
  const drafted = draft && claims.find(draft) ? [t('admin.requestDraft', { draft })] : [];
  return { text: t('claim.quoted', { claim }), detail: [line, ...drafted].join('\n') };
}

/** @throws {UserError} for a claim or request that is none. */
export async function answerRequest(context: CommandContext): Promise<Answer> {
  const { services, options, allClaims, t } = context;
  const lookup = allClaims.lookup(String(options.claim));
  if (lookup.outcome !== 'match' || !lookup.byId)
    throw new UserError('admin.noSuchClaim', { claim: String(options.claim) });
  const { ref } = lookup.claim;
  const told = await services.requests.answer(String(options.request), ref, allClaims);
  return presentTold('admin.answeredTitle', told, t);
}

/** @throws {UserError} for a request that is none. */
export async function declineRequest({ services, options, t }: CommandContext): Promise<Answer> {
  const reason = declineReasons.find((each) => each === options.reason);
  if (!reason) throw new UserError('mistake.missingOption', missingReason);
  const told = await services.requests.decline(String(options.request), reason);
  return presentTold('admin.declinedTitle', told, t);
}

const missingReason = { option: 'reason', command: 'fact-admin' };

function presentTold(title: MessageKey, { told, waiting }: Told, t: Texts): Answer {
  const text = [
    t('admin.told', { told }),
    ...(waiting > 0 ? [t('admin.stillWaiting', { waiting })] : []),
  ].join(' ');
  return { tone: 'neutral', title: t(title), blocks: [{ kind: 'text', text }] };
}

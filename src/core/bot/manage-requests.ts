import { declineReasons } from '../ports/requests.ts';
import type { Answer, Block, ListItem } from '../reply/reply.ts';
import { presentReport, presentRequest } from '../requests/present-waiting.ts';
import type { Told } from '../requests/request-desk.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import { UserError } from '../texts/user-error.ts';
import { claimById } from './claim-by-id.ts';
import type { CommandContext } from './command.ts';

/** As many as fit a message on either platform, however long they are. */
const perPage = 5;

interface Waiting {
  readonly kind: 'request' | 'report';
  /** How many people asked for it, or reported it. */
  readonly demand: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly item: ListItem;
}

/** What people wait for or reported: what most did first, of equals the oldest, a page at a time. */
export async function showRequests(context: CommandContext): Promise<Answer> {
  const { options, t } = context;
  const waiting = await allWaiting(context);
  const page = Number(options.page ?? 1);
  const pages = Math.max(1, Math.ceil(waiting.length / perPage));
  if (page > pages) throw new UserError('search.noSuchPage', { page, pages });
  const shown = waiting.slice((page - 1) * perPage, page * perPage);
  const title = t('admin.requestsTitle', { count: waiting.length });
  if (shown.length === 0) return { tone: 'neutral', title, blocks: [] };
  const has = (wanted: Waiting['kind']): boolean => shown.some(({ kind }) => kind === wanted);
  const note = (key: MessageKey): Block => ({ kind: 'note', text: t(key) });
  const next = t('search.next', { command: `/fact-admin requests page:${page + 1}` });
  return {
    tone: 'neutral',
    title,
    blocks: [
      { kind: 'list', ordered: false, items: shown.map(({ item }) => item), omitted: 0 },
      ...(has('request') ? [note('admin.requestsHow')] : []),
      ...(has('report') ? [note('admin.reportsHow')] : []),
      ...(page < pages ? [{ kind: 'text', text: next } as const] : []),
    ],
  };
}

async function allWaiting({ services, allClaims, t }: CommandContext): Promise<readonly Waiting[]> {
  const requests = (await services.requests.waiting()).map(
    (request): Waiting => ({
      kind: 'request',
      demand: request.askers.length,
      at: request.at,
      item: presentRequest(request, allClaims, t),
    }),
  );
  const reports = (await services.reports.waiting()).map(
    (report): Waiting => ({
      kind: 'report',
      demand: report.times,
      at: report.at,
      item: presentReport(report, allClaims, t),
    }),
  );
  return [...requests, ...reports].toSorted(
    (one, other) => other.demand - one.demand || one.at.localeCompare(other.at),
  );
}

/** @throws {UserError} for a claim or request that is none. */
export async function answerRequest(context: CommandContext): Promise<Answer> {
  const { services, options, allClaims, t } = context;
  const { ref } = claimById(String(options.claim), allClaims);
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

import { presentCorrections } from '../corrections/present-corrections.ts';
import type { Outbox, OutboxRecord } from '../ports/outbox.ts';
import type { Answer } from '../reply/reply.ts';
import type { CommandContext } from './command.ts';

/** A page of corrections fits a message on either platform. */
const correctionsOnPage = 10;

/** More are not looked at. */
const mostCorrections = 10_000;
const readAtOnce = 500;

/** Answers that are still to be corrected, and behind them those that were, the latest first. */
export async function showCorrections({ services, options, t }: CommandContext): Promise<Answer> {
  const page = typeof options.page === 'number' ? options.page : 1;
  const records = (await allCorrections(services.outbox)).toSorted(
    (one, other) =>
      Number(other.state === 'waiting') - Number(one.state === 'waiting') ||
      Date.parse(other.changedAt) - Date.parse(one.changedAt),
  );
  const shown = records.slice((page - 1) * correctionsOnPage, page * correctionsOnPage);
  return presentCorrections(
    shown,
    records.length > page * correctionsOnPage ? page + 1 : undefined,
    t,
  );
}

/** The outbox has them in the order of their claims. */
async function allCorrections(outbox: Pick<Outbox, 'list'>): Promise<readonly OutboxRecord[]> {
  const records: OutboxRecord[] = [];
  let after: string | undefined;
  do {
    const page = await outbox.list('correction ', after, readAtOnce);
    records.push(...page);
    after = page.at(-1)?.key;
  } while (after !== undefined && records.length < mostCorrections);
  return records;
}

import {
  type AnswerUnderWay,
  answerKind,
  type Deliveries,
  postStep,
  type TakenAnswer,
} from '../../core/ports/deliveries.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { OutboxQueue, OutboxRecord } from '../../core/ports/outbox.ts';
import { unlessLost } from './store-guard.ts';

/**
 * Slack's last redelivery comes about an hour after the first try.
 * Exported for tests: docs/privacy.md says so.
 */
export const deliveriesKeptForMs = 2 * 60 * 60 * 1000;

/** How long a process may be silent about an answer that it gives; then it is another one's to give. */
const silentForMs = 30_000;

/** Whoever asked a day ago waits no longer. */
const answersWaitForMs = 24 * 60 * 60 * 1000;

/** More events than a busy bot sees in two hours; the oldest are forgotten first. */
const maxInMemory = 20_000;

/**
 * Claims deliveries in the store, atomically for all processes, and remembers them in memory as well: while the store
 * is away, a process still takes each event once, though another may take it too. Of an answer under way it says every
 * `beatEveryMs` that it still is.
 */
export function createKeptDeliveries(
  ledger: Ledger,
  outbox: OutboxQueue,
  clock: () => Date,
  beatEveryMs: number,
): Deliveries {
  /** Event to the moment when it may be forgotten; in the order of those moments. */
  const taken = new Map<string, number>();

  function takeInMemory(event: string): boolean {
    const now = performance.now();
    for (const [old, until] of taken) {
      if (until > now && taken.size < maxInMemory) break;
      taken.delete(old);
    }
    if (taken.has(event)) return false;
    taken.set(event, now + deliveriesKeptForMs);
    return true;
  }

  const keyOf = (event: string): string => `delivery ${event}`;

  function answerOf(event: string, first: OutboxRecord, begun: AnswerUnderWay): TakenAnswer {
    let record = first;
    let isOurs = true;

    async function save(change: Partial<OutboxRecord>): Promise<void> {
      const now = clock();
      // A machine that slept in between: somebody else may have given it, or is about to.
      isOurs &&= now.getTime() - Date.parse(record.changedAt) <= silentForMs;
      if (!isOurs) return;
      const nextTryAt = new Date(now.getTime() + silentForMs).toISOString();
      record = { ...record, nextTryAt, ...change, changedAt: now.toISOString() };
      await unlessLost(outbox.save(record), undefined);
    }

    // A reload may take minutes.
    const beating = setInterval(() => void save({}), beatEveryMs).unref();
    return {
      planned: (outline) => save({ data: { ...begun, outline } }),
      async posting(shows) {
        const begunAt = clock().toISOString();
        await save({ steps: { [postStep]: { begunAt, state: 'begun', shows } } });
        return isOurs;
      },
      async posted({ address, visibility, canBeEdited }) {
        const standing = { address, visibility, canBeEdited };
        const begun = record.steps[postStep] ?? { begunAt: clock().toISOString() };
        await save({ steps: { [postStep]: { ...begun, state: 'done', standing } } });
        return begun.begunAt;
      },
      async ended() {
        clearInterval(beating);
        await save({ state: 'sent', data: null });
        if (isOurs) await unlessLost(outbox.release(record.key), undefined);
      },
      async cancelled() {
        clearInterval(beating);
        taken.delete(event);
        if (isOurs) await unlessLost(outbox.discard(record), undefined);
      },
    };
  }

  return {
    async claim(event) {
      if (!takeInMemory(event)) return false;
      const isFirst = await unlessLost(ledger.claim(keyOf(event), deliveriesKeptForMs), true);
      // Another process has it, and may yet release it.
      if (!isFirst) taken.delete(event);
      return isFirst;
    },
    async release(event) {
      taken.delete(event);
      await unlessLost(ledger.release(keyOf(event)), undefined);
    },
    async begin(event, data) {
      if (!takeInMemory(event)) return undefined;
      const { platform } = data.address;
      const item = {
        key: `${answerKind} ${event}`,
        platform,
        kind: answerKind,
        data,
        forgetAfterMs: deliveriesKeptForMs,
        waitsForMs: data.way?.worksForMs ?? answersWaitForMs,
      };
      const added = outbox.addTaken(item, silentForMs).then((record) => ({ record }));
      const begun = await unlessLost(added, undefined);
      if (!begun) return unkept(clock);
      if (begun.record) return answerOf(event, begun.record, data);
      // Another process has it, and may yet cancel it.
      taken.delete(event);
      return undefined;
    },
  };
}

/** While the store is away, an answer is given and not kept. */
function unkept(clock: () => Date): TakenAnswer {
  return {
    async planned() {},
    posting: async () => true,
    posted: async () => clock().toISOString(),
    async ended() {},
    async cancelled() {},
  };
}

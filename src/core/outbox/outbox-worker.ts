import { createHash } from 'node:crypto';
import type { Platform } from '../keys.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxQueue, OutboxRecord, OutboxState } from '../ports/outbox.ts';
import { NotSentError, type NotSentReason, type Sender, type Senders } from '../ports/sender.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { Errand, ErrandOutcome } from './errand.ts';
import { holdItem, leaseMs } from './hold-item.ts';
import { createSteps } from './steps.ts';

/** Then it is told as failed: a platform that is out of reach for a day is no longer a matter of waiting. */
const longestWaitMs = 24 * 60 * 60_000;

const firstPauseMs = 5_000;
const longestPauseMs = 15 * 60_000;

/** How many items of a platform are looked for at a time. */
const batch = 20;

export interface OutboxWorkerParts {
  readonly outbox: OutboxQueue;
  readonly senders: Senders;
  readonly errands: readonly Errand[];
  readonly clock: () => Date;
  readonly log: Log;
}

export interface OutboxWorker {
  /** Sends what is due, one after the other, until nothing more is. Resolves then; never rejects. Asked while it runs, it looks again. */
  work(): Promise<void>;
  /** Nothing new is begun; resolves when what was begun has ended. */
  stop(): Promise<void>;
}

/** Sends what waits in the outbox, over the chats that this process is connected to. */
export function createOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { outbox, senders, clock, log } = parts;
  const chats: readonly Platform[] = ['discord', 'slack'];
  let isStopped = false;
  let isAskedAgain = false;
  let running: Promise<void> | undefined;
  /** Platforms that asked to be left alone: when, and for how long. */
  const pauses = new Map<Platform, { readonly at: number; readonly pauseMs: number }>();

  function isPaused(platform: Platform): boolean {
    const { at, pauseMs } = pauses.get(platform) ?? { at: 0, pauseMs: 0 };
    const passedMs = clock().getTime() - at;
    // A clock that was set back meanwhile tells nothing: better too early than hours too late.
    return passedMs >= 0 && passedMs < pauseMs;
  }

  async function sendDue(platform: Platform): Promise<void> {
    const tried = new Set<string>();
    while (!isStopped && !isPaused(platform)) {
      const sender = senders.of(platform);
      if (!sender) return;
      const due = (await outbox.due(platform, batch + tried.size)).filter((key) => !tried.has(key));
      if (due.length === 0) return;
      for (const key of due) {
        if (isStopped) return;
        tried.add(key);
        const pauseMs = await sendOne(parts, key, sender);
        if (pauseMs === 0) continue;
        // What the platform says of one message holds for all.
        pauses.set(platform, { at: clock().getTime(), pauseMs });
        return;
      }
    }
  }

  async function run(): Promise<void> {
    do {
      isAskedAgain = false;
      const ended = await Promise.allSettled(chats.map(sendDue));
      for (const each of ended) {
        if (each.status === 'rejected' && !(each.reason instanceof StoreLostError))
          log.error({ err: each.reason }, 'The outbox could not be processed');
      }
    } while (isAskedAgain && !isStopped);
    // At once: whoever asks from here on is to be looked at again.
    running = undefined;
  }

  return {
    work() {
      isAskedAgain = true;
      running ??= run();
      return running;
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

/** For how long the platform asks to be left alone, in milliseconds. */
async function sendOne(
  { outbox, errands, clock, log }: OutboxWorkerParts,
  key: string,
  sender: Sender,
): Promise<number> {
  const taken = await outbox.take(key, leaseMs);
  if (!taken) return 0;
  let record = taken;
  const held = holdItem(outbox, key, clock);
  const errand = errands.find(({ kind }) => kind === taken.kind);
  // An item of a newer version, which another process may know.
  if (!errand) {
    await held.release();
    return 0;
  }
  const forgotten = errand.forgetsData ? { data: null } : {};
  async function save(change: Partial<OutboxRecord>): Promise<void> {
    if (!held.isOurs()) throw new ItemLostError();
    record = { ...record, ...change, changedAt: clock().toISOString() };
    await outbox.save(record);
  }
  const end = (state: OutboxState, why?: NotSentReason): Promise<void> =>
    save({ state, why, ...forgotten });

  try {
    const outcome = await errand.run(record.data, {
      sender,
      ageMs: clock().getTime() - Date.parse(record.addedAt),
      nonce: (step) => hashOf(`${key} ${step}`),
      ...createSteps({
        steps: () => record.steps,
        save: (steps) => save({ steps }),
        remembersNonceForMs: sender.remembersNonceForMs,
        clock,
      }),
    });
    await end(...ending(outcome, record));
    return 0;
  } catch (error) {
    if (error instanceof ItemLostError) return 0;
    if (error instanceof StoreLostError) throw error;
    const notSent = error instanceof NotSentError ? error : undefined;
    if (!notSent) log.error({ err: error, kind: record.kind }, 'Something in the outbox failed');
    if (notSent && ['gone', 'not-allowed'].includes(notSent.why)) {
      await end('failed', notSent.why);
      return 0;
    }
    const attempts = record.attempts + 1;
    const why = notSent?.why ?? 'later';
    const waitedMs = clock().getTime() - Date.parse(record.addedAt);
    if (waitedMs > longestWaitMs) {
      await save({ attempts });
      await end('failed', why);
      return 0;
    }
    const pauseMs = Math.max(
      notSent?.retryAfterMs ?? 0,
      Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(record.attempts, 10)),
    );
    const nextTryAt = new Date(clock().getTime() + pauseMs).toISOString();
    await save({ attempts, nextTryAt, why });
    return notSent?.retryAfterMs ?? 0;
  } finally {
    await held.release();
  }
}

/** This process was silent for so long that another one may be at the item. */
class ItemLostError extends Error {}

function ending(
  outcome: ErrandOutcome,
  { steps }: OutboxRecord,
): [OutboxState, NotSentReason | undefined] {
  if (outcome.state === 'failed') return ['failed', outcome.why];
  const isUnsure =
    outcome.state === 'unsure' || Object.values(steps).some(({ state }) => state === 'unsure');
  return isUnsure ? ['unsure', 'unsure'] : [outcome.state, undefined];
}

/** Discord takes 25 characters. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 24);
}

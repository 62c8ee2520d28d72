import { z } from 'zod';
import { type Platform, platforms } from '../../core/keys.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { OutboxItem, OutboxQueue, OutboxRecord } from '../../core/ports/outbox.ts';
import { addressSchema } from './stored-keys.ts';

/**
 * As long as receipts are kept, so that nothing is said again of an answer that can still be corrected.
 * Exported for tests: docs/privacy.md says so.
 */
export const outboxKeptForMs = 90 * 24 * 60 * 60 * 1000;

/** How long a key stands among those that wait for an item that is not there yet, in milliseconds. */
const announcedForMs = 60_000;

/** What was written so much later than now was written before the clock was set back. Clocks of machines differ by less. */
const clocksDifferByMs = 60_000;

const instant = z.iso.datetime();
/** Exported for tests: docs/privacy.md names what is in it. */
export const recordSchema: z.ZodType<OutboxRecord> = z.object({
  key: z.string(),
  platform: z.enum(platforms),
  kind: z.string(),
  data: z.unknown(),
  forgetAfterMs: z.number().optional(),
  waitsForMs: z.number().optional(),
  state: z.enum(['waiting', 'sent', 'unsure', 'unneeded', 'failed']),
  addedAt: instant,
  changedAt: instant,
  nextTryAt: instant,
  attempts: z.number().int().nonnegative(),
  steps: z.record(
    z.string(),
    z.object({
      begunAt: instant,
      state: z.enum(['begun', 'done', 'unsure']),
      // An earlier version kept one text.
      shows: z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional(),
      standing: z
        .object({
          address: addressSchema,
          visibility: z.enum(['public', 'private']),
          canBeEdited: z.boolean(),
        })
        .optional(),
    }),
  ),
  why: z.enum(['later', 'unsure', 'gone', 'not-allowed']).optional(),
});
/**
 * `since` is when it was written; an earlier version did not say.
 * Exported for tests: docs/privacy.md names what is in it.
 */
export const waitingSchema = z.object({ nextTryAt: instant, since: instant.optional() });

const waitsForMs = ({ waitsForMs = outboxKeptForMs }: OutboxItem): number => waitsForMs;

const itemPrefix = 'outbox item ';
const waitingPrefix = (platform: Platform): string => `outbox waiting ${platform} `;

/** An item is one record; beside it, the keys of those that wait are records too, so that done ones are not looked at. */
export function createKeptOutbox(ledger: Ledger, clock: () => Date): OutboxQueue {
  const itemKey = (key: string): string => `${itemPrefix}${key}`;
  const waitingKey = ({ platform, key }: OutboxItem): string => `${waitingPrefix(platform)}${key}`;
  const leaseKey = (key: string): string => `outbox ${key}`;
  const waitUntil = (nextTryAt: string): object => ({ nextTryAt, since: clock().toISOString() });

  /** Whether the time has passed, or nobody can tell, since the clock was set back meanwhile. */
  function isDue({ nextTryAt, since }: z.infer<typeof waitingSchema>, passedMs = 0): boolean {
    const now = clock().getTime();
    const writtenAt = since === undefined ? now : Date.parse(since);
    return Date.parse(nextTryAt) + passedMs <= now || writtenAt > now + clocksDifferByMs;
  }

  async function find(key: string): Promise<OutboxRecord | undefined> {
    return recordSchema.safeParse((await ledger.get(itemKey(key)))?.value).data;
  }

  /** Undefined where there is an item of the key, or was. */
  async function add(item: OutboxItem, takenForMs = 0): Promise<OutboxRecord | undefined> {
    const now = clock().toISOString();
    const nextTryAt = new Date(clock().getTime() + takenForMs).toISOString();
    const record: OutboxRecord = {
      ...item,
      state: 'waiting',
      addedAt: now,
      changedAt: now,
      nextTryAt,
      attempts: 0,
      steps: {},
    };
    // First, and for as long, so that no item is there that nobody looks for, wherever this process dies.
    await ledger.put(waitingKey(item), waitUntil(nextTryAt), waitsForMs(item));
    const isNew = await ledger.add(itemKey(item.key), record, waitsForMs(item));
    const kept = isNew ? record : await find(item.key);
    if (kept?.state === 'waiting') {
      await ledger.put(waitingKey(item), waitUntil(kept.nextTryAt), waitsForMs(item));
    } else {
      await ledger.remove([waitingKey(item)]);
    }
    return isNew ? record : undefined;
  }

  /** Takes a key from among those that wait, whose process died before its item was there. */
  async function withdraw(key: string): Promise<void> {
    // One that this version can't read is another one's to send.
    if (await ledger.get(itemKey(key))) return;
    for (const platform of platforms) {
      const waiting = `${waitingPrefix(platform)}${key}`;
      const { data } = waitingSchema.safeParse((await ledger.get(waiting))?.value);
      if (data && isDue(data, announcedForMs)) await ledger.remove([waiting]);
    }
  }

  return {
    add: async (item) => (await add(item)) !== undefined,
    // Without a lease: whoever died over that would keep it from those who come next, and nothing would be kept.
    addTaken: add,
    async discard(record) {
      await ledger.remove([itemKey(record.key), waitingKey(record)]);
      await ledger.release(leaseKey(record.key));
    },
    async list(prefix, after, limit) {
      const records = await ledger.list({
        prefix: itemKey(prefix),
        order: 'ascending',
        after: after === undefined ? undefined : itemKey(after),
        limit,
      });
      return records.flatMap(({ value }) => recordSchema.safeParse(value).data ?? []);
    },
    async due(platform, limit) {
      const prefix = waitingPrefix(platform);
      const due: string[] = [];
      let after: string | undefined;
      do {
        const page = await ledger.list({ prefix, order: 'ascending', after, limit: 100 });
        for (const { key, value } of page) {
          const { data } = waitingSchema.safeParse(value);
          if (data && isDue(data)) due.push(key.slice(prefix.length));
        }
        after = page.length < 100 ? undefined : page.at(-1)?.key;
      } while (after !== undefined && due.length < limit);
      return due.slice(0, limit);
    },
    async take(key, leaseMs) {
      if (!(await ledger.claim(leaseKey(key), leaseMs))) return undefined;
      const record = await find(key);
      const isWaiting = record?.state === 'waiting';
      // Others may have taken it on, or put it off, since it was found to be due.
      if (isWaiting && isDue({ nextTryAt: record.nextTryAt, since: record.changedAt }))
        return record;
      if (!isWaiting) await (record ? ledger.remove([waitingKey(record)]) : withdraw(key));
      await ledger.release(leaseKey(key));
      return undefined;
    },
    async save(record) {
      const isWaiting = record.state === 'waiting';
      const lifetimeMs = isWaiting ? waitsForMs(record) : (record.forgetAfterMs ?? outboxKeptForMs);
      const kept = isWaiting ? record : { ...record, steps: withoutPlaces(record.steps) };
      await ledger.put(itemKey(record.key), kept, lifetimeMs);
      if (isWaiting) {
        await ledger.put(waitingKey(record), waitUntil(record.nextTryAt), lifetimeMs);
      } else {
        await ledger.remove([waitingKey(record)]);
      }
    },
    hold: (key, leaseMs) => ledger.extend(leaseKey(key), leaseMs),
    release: (key) => ledger.release(leaseKey(key)),
  };
}

function withoutPlaces(steps: OutboxRecord['steps']): OutboxRecord['steps'] {
  const kept = Object.entries(steps).map(([name, { begunAt, state }]) => [
    name,
    { begunAt, state },
  ]);
  return Object.fromEntries(kept);
}

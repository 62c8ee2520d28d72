import type { z } from 'zod';
import type { Ledger, LedgerRecord } from '../../core/ports/ledger.ts';
import type { Others, Processes } from '../../core/ports/processes.ts';
import { within } from '../../core/ports/within.ts';
import { readAll, readAllTimeoutMs } from './read-all.ts';
import type { StoreGuard } from './store-guard.ts';

/** All records of one kind, held in memory as well, for answers that can't wait for the store. */
export interface Mirror<Key extends string, Value> {
  readonly values: ReadonlyMap<Key, Value>;
  /** As it is in the store, past what memory remembers. Rejects when the store is lost. */
  fetch(key: Key): Promise<Value | undefined>;
  /**
   * In the store first, then in memory, then in all other processes, where those are told; with what they say to it. Rejects
   * when the store is lost.
   */
  set(key: Key, value: Value): Promise<Others>;
  /** Like `set`. */
  remove(key: Key): Promise<Others>;
  /** Takes over what other processes wrote. Rejects when the store is lost. */
  refresh(): Promise<void>;
}

export interface Mirrored<Key extends string, Value> {
  /** Unguarded: the first reading is to fail as the store does. */
  readonly ledger: Ledger;
  /** Begins the keys of all records; it holds no spaces. */
  readonly name: string;
  /** Has the other processes take over every change at once; without it they do so when they read anew. */
  readonly processes?: Pick<Processes, 'hear' | 'tell'>;
  /** Other keys are not ours to read. */
  readonly key: z.ZodType<Key>;
  /** Makes the best of what is stored: another version of the bot may have written it. Never throws. */
  read(value: unknown, key: Key): Value;
}

/** Rejects, as the store does, when it can't be read. */
export async function createMirror<Key extends string, Value>(
  { ledger, name, processes, key: keySchema, read }: Mirrored<Key, Value>,
  guard: StoreGuard,
): Promise<Mirror<Key, Value>> {
  const values = new Map<Key, Value>();
  /** For each reading under way, the keys whose value in memory is newer than what it may have read. */
  const readings = new Set<Set<Key>>();

  function remember(key: Key, value: Value | undefined): void {
    for (const touched of readings) touched.add(key);
    if (value === undefined) values.delete(key);
    else values.set(key, value);
  }

  const recordKey = (key: string): string => `${name} ${key}`;

  async function load(): Promise<void> {
    const touched = new Set<Key>();
    readings.add(touched);
    try {
      take(await readAll(ledger, recordKey('')), touched);
    } finally {
      // Only now: what is written between the end of the reading and its taking over is newer, too.
      readings.delete(touched);
    }
  }

  function take(records: readonly LedgerRecord[], touched: ReadonlySet<Key>): void {
    const start = recordKey('').length;
    const stored = new Map(records.map(({ key, value }) => [key.slice(start), value]));
    for (const key of values.keys()) {
      if (!stored.has(key) && !touched.has(key)) values.delete(key);
    }
    for (const [text, value] of stored) {
      const key = keySchema.safeParse(text).data;
      if (key !== undefined && !touched.has(key)) values.set(key, read(value, key));
    }
  }

  await within(readAllTimeoutMs, load());
  const refresh = (): Promise<void> => guard.required(load, readAllTimeoutMs);
  // All is read, because a key in an announcement would outlive its record, and may name somebody.
  const tellOthers = async (): Promise<Others> => (processes ? processes.tell(name, '') : []);
  processes?.hear(name, async () => {
    await refresh();
    return 'taken';
  });
  return {
    values,
    async fetch(key) {
      const stored = await guard.required(() => ledger.get(recordKey(key)));
      remember(key, stored && read(stored.value, key));
      return values.get(key);
    },
    async set(key, value) {
      await guard.required(() => ledger.put(recordKey(key), value));
      remember(key, value);
      return tellOthers();
    },
    async remove(key) {
      await guard.required(() => ledger.remove([recordKey(key)]));
      remember(key, undefined);
      return tellOthers();
    },
    refresh,
  };
}

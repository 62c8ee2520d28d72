import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../../core/ports/ledger.ts';
import type { Announcements } from './announcements.ts';
import { openSqliteAnnouncements } from './sqlite-announcements.ts';
import { createSqliteLedger, sqliteLedgerTableNames, sqliteLedgerTables } from './sqlite-ledger.ts';
import { createSqlitePurge } from './sqlite-purge.ts';
import { forbidRemains, removeRemains } from './sqlite-remains.ts';
import { createSqliteTurns } from './sqlite-turns.ts';

/** How long the start waits for another process that writes. Later on nothing waits inside SQLite: it stops the loop. */
const startTimeoutMs = 1000;

const pageSize = 100;

export interface Entry {
  readonly key: string;
  readonly value: string;
  /** Milliseconds; undefined for ever. */
  readonly ttl?: number | undefined;
}

/** A Keyv storage adapter. Keys come with their namespace in front, `namespace:key`, as Keyv gives them. */
export interface SqliteStore {
  /** `dialect` tells Keyv that the store can be iterated; `url` names it. */
  readonly opts: { readonly dialect: 'sqlite'; readonly url: string };
  /** Set by Keyv: what `clear` empties; everything when undefined. */
  namespace: string | undefined;
  get(key: string): Promise<string | undefined>;
  getMany(keys: readonly string[]): Promise<(string | undefined)[]>;
  has(key: string): Promise<boolean>;
  hasMany(keys: readonly string[]): Promise<boolean[]>;
  set(key: string, value: string, ttl?: number): Promise<boolean>;
  /** All or none. */
  setMany(entries: readonly Entry[]): Promise<boolean[]>;
  delete(key: string): Promise<boolean>;
  /** True when at least one was there. */
  deleteMany(keys: readonly string[]): Promise<boolean>;
  clear(): Promise<void>;
  /** In the order of the keys; what is written meanwhile may or may not be met. */
  iterator(namespace?: string): AsyncGenerator<[key: string, value: string], void>;
  disconnect(): Promise<void>;
  /** Keyv asks for it; failures are thrown where they happen, never emitted. */
  on(): SqliteStore;
}

export interface SqliteFile {
  /** Stores of one file share its connection. */
  createStore(): SqliteStore;
  /** `clock` tells what has expired. */
  createLedger(clock: () => Date): Ledger;
  /** Takes what has expired by `clock` out of the file, so that nobody who gets hold of it can read it. */
  tidy(clock: () => Date): Promise<void>;
  openAnnouncements(clock: () => Date): Announcements;
  close(): void;
}

/**
 * Opens (or creates) a file and checks that it can be read and written; `:memory:` keeps all in memory.
 * @throws what SQLite says when the file is damaged, locked, no database or not writable.
 */
export function openSqlite(path: string): SqliteFile {
  const database = new DatabaseSync(path, { timeout: startTimeoutMs });
  try {
    prepareFile(database);
    database.exec('PRAGMA busy_timeout = 0');
    return createFile(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFile(database: DatabaseSync): void {
  forbidRemains(database);
  // With a write-ahead log readers and a writer don't wait for each other, and a crash loses at most the last writes.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (check !== 'ok') throw new Error('the file is damaged', { cause: check });
  database.exec(`
    CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER)
      STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS state_expires ON state (expires) WHERE expires IS NOT NULL;
    ${sqliteLedgerTables}
    BEGIN IMMEDIATE;
    COMMIT`);
}

function createFile(database: DatabaseSync, path: string): SqliteFile {
  const alive = '(expires IS NULL OR expires > :now)';
  const inRange = 'key >= :from AND key < :to';
  const select = database.prepare(`SELECT value FROM state WHERE key = :key AND ${alive}`);
  const selectPage = database.prepare(
    `SELECT key, value FROM state WHERE key > :after AND ${inRange} AND ${alive} ORDER BY key LIMIT ${pageSize}`,
  );
  const upsert = database.prepare(
    'INSERT INTO state VALUES (:key, :value, :expires) ON CONFLICT DO UPDATE SET value = :value, expires = :expires',
  );
  const remove = database.prepare(`DELETE FROM state WHERE key = :key RETURNING ${alive} AS was`);
  const removeRange = database.prepare(`DELETE FROM state WHERE ${inRange}`);
  const purge = createSqlitePurge(database, ['state']);
  const purgeLedger = createSqlitePurge(database, sqliteLedgerTableNames);
  const inTurn = createSqliteTurns();

  function get(key: string): string | undefined {
    const value = select.get({ key, now: Date.now() })?.value;
    return value === undefined ? undefined : String(value);
  }

  function set({ key, value, ttl }: Entry): true {
    const now = Date.now();
    purge(now);
    upsert.run({ key, value, expires: ttl ? now + ttl : null });
    return true;
  }

  function removeKey(key: string): boolean {
    return remove.get({ key, now: Date.now() })?.was === 1;
  }

  function transaction<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Both Keyv and the owner of the file may close it. */
  function close(): void {
    if (database.isOpen) database.close();
  }

  return {
    close,
    createLedger: (clock) => createSqliteLedger(database, inTurn, clock),
    tidy: (clock) =>
      removeRemains(database, inTurn, () => purge(Date.now()) + purgeLedger(clock().getTime())),
    openAnnouncements: (clock) =>
      openSqliteAnnouncements(database, inTurn, () => clock().getTime()),
    createStore() {
      const store: SqliteStore = {
        opts: { dialect: 'sqlite', url: `sqlite:${path}` },
        namespace: undefined,
        get: (key) => inTurn(() => get(key)),
        getMany: (keys) => inTurn(() => keys.map(get)),
        has: (key) => inTurn(() => get(key) !== undefined),
        hasMany: (keys) => inTurn(() => keys.map((key) => get(key) !== undefined)),
        set: (key, value, ttl) => inTurn(() => set({ key, value, ttl })),
        setMany: (entries) => inTurn(() => transaction(() => entries.map(set))),
        delete: (key) => inTurn(() => removeKey(key)),
        deleteMany: (keys) => inTurn(() => transaction(() => keys.map(removeKey).includes(true))),
        clear: () => inTurn(() => void removeRange.run(rangeOf(store.namespace))),
        async *iterator(namespace) {
          for (let after = ''; ; ) {
            const page = await inTurn(() =>
              selectPage.all({ after, ...rangeOf(namespace), now: Date.now() }),
            );
            for (const { key, value } of page) yield [String(key), String(value)];
            if (page.length < pageSize) return;
            after = String(page.at(-1)?.key);
          }
        },
        disconnect: async () => close(),
        on: () => store,
      };
      return store;
    },
  };
}

/** The keys of a namespace lie between `namespace:` and `namespace;`, the next character in Unicode. */
function rangeOf(namespace: string | undefined): { from: string; to: string } {
  return namespace
    ? { from: `${namespace}:`, to: `${namespace};` }
    : { from: '', to: '\u{10ffff}' };
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Ledger, LedgerPage, LedgerRecord } from '../../../core/ports/ledger.ts';
import { textToValue, valueToText } from './ledger-json.ts';
import { createSqlitePurge } from './sqlite-purge.ts';
import { openSqliteStream, sqliteStreamTables } from './sqlite-stream.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

export const sqliteLedgerTables = `
  CREATE TABLE IF NOT EXISTS claims (key TEXT PRIMARY KEY, expires INTEGER NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS claims_expires ON claims (expires);
  CREATE TABLE IF NOT EXISTS records
    (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_expires ON records (expires);
  ${sqliteStreamTables}`;

/** Those whose rows expire. */
export const sqliteLedgerTableNames = ['claims', 'records', 'entries'] as const;

/** Some 140,000 years, and yet no more than a number holds when a date is added. */
const forEverMs = 2 ** 52;

/** Above every character that a key may hold. */
const lastCharacter = '\u{10ffff}';

/** A ledger in tables of its own, beside the values of Keyv. Each call is one short statement or transaction. */
export function createSqliteLedger(
  database: DatabaseSync,
  inTurn: SqliteTurns,
  clock: () => Date,
): Ledger {
  const now = (): number => clock().getTime();
  const claim = database.prepare(
    'INSERT INTO claims VALUES (:key, :expires) ON CONFLICT DO UPDATE SET expires = :expires WHERE expires <= :now',
  );
  const extend = database.prepare(
    'UPDATE claims SET expires = :expires WHERE key = :key AND expires > :now',
  );
  const release = database.prepare('DELETE FROM claims WHERE key = :key');
  const get = database.prepare('SELECT value FROM records WHERE key = :key AND expires > :now');
  const put = database.prepare(
    'INSERT INTO records VALUES (:key, :value, :expires) ON CONFLICT DO UPDATE SET value = :value, expires = :expires',
  );
  const add = database.prepare(
    'INSERT INTO records VALUES (:key, :value, :expires) ON CONFLICT DO UPDATE SET value = :value, expires = :expires WHERE expires <= :now',
  );
  const remove = database.prepare('DELETE FROM records WHERE key = :key');
  const list = {
    ascending: database.prepare(listStatement('ASC')),
    descending: database.prepare(listStatement('DESC')),
  };
  const purge = createSqlitePurge(database, sqliteLedgerTableNames);

  function takeClaim(key: string, lifetimeMs: number): boolean {
    const at = now();
    return claim.run({ key, expires: at + lifetimeMs, now: at }).changes === 1;
  }

  return {
    claim: (key, lifetimeMs) =>
      inTurn(() => {
        purge(now());
        return takeClaim(key, lifetimeMs);
      }),
    extend: (key, lifetimeMs) =>
      inTurn(() => {
        const at = now();
        extend.run({ key, expires: at + lifetimeMs, now: at });
      }),
    release: (key) => inTurn(() => void release.run({ key })),
    get: (key) =>
      inTurn(() => {
        const row = get.get({ key, now: now() });
        return row && { key, value: textToValue(String(row.value)) };
      }),
    put: (key, value, lifetimeMs = forEverMs) =>
      inTurn(() => {
        const at = now();
        purge(at);
        put.run({ key, value: valueToText(value), expires: at + lifetimeMs });
      }),
    add: (key, value, lifetimeMs = forEverMs) =>
      inTurn(() => {
        const at = now();
        purge(at);
        const expires = at + lifetimeMs;
        return add.run({ key, value: valueToText(value), expires, now: at }).changes === 1;
      }),
    remove: (keys) =>
      inTurn(() => {
        for (const key of keys) remove.run({ key });
      }),
    list: (page) => inTurn(() => readPage(list[page.order], page, now())),
    stream: (name, options) =>
      openSqliteStream({ database, inTurn, now, purge, takeClaim }, name, options),
  };
}

function listStatement(direction: 'ASC' | 'DESC'): string {
  return `SELECT key, value FROM records WHERE key >= :from AND key < :to AND key IS NOT :after
    AND expires > :now ORDER BY key ${direction} LIMIT :limit`;
}

function readPage(
  statement: StatementSync,
  { prefix, order, after, limit }: LedgerPage,
  now: number,
): readonly LedgerRecord[] {
  const isAscending = order === 'ascending';
  const rows = statement.all({
    from: (isAscending && after) || prefix,
    to: (!isAscending && after) || `${prefix}${lastCharacter}`,
    after: after ?? null,
    now,
    limit,
  });
  return rows.map(({ key, value }) => ({ key: String(key), value: textToValue(String(value)) }));
}

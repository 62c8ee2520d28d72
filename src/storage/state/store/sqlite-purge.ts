import type { DatabaseSync } from 'node:sqlite';

/** How many rows of a table go at once: more than one write adds, and few enough to take no time. */
const rowsPerTable = 20;

/**
 * Takes what has expired at `now`, in milliseconds, out of the file. It is never read, however long it lies there; to
 * remove all of it at once could stop the event loop, so each write removes some.
 */
export function createSqlitePurge(
  database: DatabaseSync,
  tables: readonly string[],
): (now: number) => void {
  const statements = tables.map((table) => {
    const key = table === 'entries' ? 'id' : 'key';
    return database.prepare(
      `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE expires <= :now LIMIT ${rowsPerTable})`,
    );
  });
  return (now) => {
    for (const statement of statements) statement.run({ now });
  };
}

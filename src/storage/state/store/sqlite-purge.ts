import type { DatabaseSync } from 'node:sqlite';

/** How many rows of a table go at once: more than one write adds, and few enough to take no time. */
const rowsPerTable = 20;

/** Takes some of what has expired at `now`, in milliseconds, out of the file; the number of rows that went. */
export type SqlitePurge = (now: number) => number;

/**
 * What has expired is never read, and is not to lie in the file either. To remove all of it at once could stop the event
 * loop, so each write removes some, and the tidying the rest.
 */
export function createSqlitePurge(database: DatabaseSync, tables: readonly string[]): SqlitePurge {
  const statements = tables.map((table) => {
    const key = table === 'entries' ? 'id' : 'key';
    return database.prepare(
      `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE expires <= :now LIMIT ${rowsPerTable})`,
    );
  });
  return (now) =>
    statements.reduce((gone, statement) => gone + Number(statement.run({ now }).changes), 0);
}

import type { DatabaseSync } from 'node:sqlite';
import type { Stream, StreamOptions } from '../../../core/ports/ledger.ts';
import { textToValue, valueToText } from './ledger-json.ts';
import type { SqlitePurge } from './sqlite-purge.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/** `free` is the moment from which an entry waits for a taker; ids are never used again, so they tell the order. */
export const sqliteStreamTables = `
  CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, value TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, free INTEGER NOT NULL DEFAULT 0, expires INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entries_stream ON entries (stream, id);
  CREATE INDEX IF NOT EXISTS entries_expires ON entries (expires);`;

interface StreamParts {
  readonly database: DatabaseSync;
  readonly inTurn: SqliteTurns;
  readonly now: () => number;
  readonly purge: SqlitePurge;
  readonly takeClaim: (key: string, lifetimeMs: number) => boolean;
}

export function openSqliteStream(
  { database, inTurn, now, purge, takeClaim }: StreamParts,
  stream: string,
  { acknowledgeWithinMs, lifetimeMs }: StreamOptions,
): Stream {
  const append = database.prepare(
    'INSERT INTO entries (stream, value, expires) VALUES (:stream, :value, :expires)',
  );
  // One statement, which holds the file from its beginning: nobody else can take the entry that it finds.
  const take =
    database.prepare(`UPDATE entries SET attempts = attempts + 1, free = :freeAgain WHERE id =
    (SELECT id FROM entries WHERE stream = :stream AND free <= :now AND expires > :now ORDER BY id LIMIT 1)
    RETURNING id, value, attempts`);
  const acknowledge = database.prepare('DELETE FROM entries WHERE stream = :stream AND id = :id');

  return {
    append: (value, key) =>
      inTurn(() => {
        const text = valueToText(value);
        purge(now());
        database.exec('BEGIN IMMEDIATE');
        try {
          const isNew = key === undefined || takeClaim(`appended ${stream} ${key}`, lifetimeMs);
          if (isNew) append.run({ stream, value: text, expires: now() + lifetimeMs });
          database.exec('COMMIT');
          return isNew;
        } catch (error) {
          database.exec('ROLLBACK');
          throw error;
        }
      }),
    take: () =>
      inTurn(() => {
        const at = now();
        purge(at);
        const row = take.get({ stream, now: at, freeAgain: at + acknowledgeWithinMs });
        if (!row) return undefined;
        const { id, value, attempts } = row;
        return {
          id: String(id),
          value: textToValue(String(value)),
          attempt: Number(attempts),
        };
      }),
    acknowledge: (id) => inTurn(() => void acknowledge.run({ stream, id })),
  };
}

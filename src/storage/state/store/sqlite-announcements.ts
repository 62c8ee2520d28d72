import type { DatabaseSync } from 'node:sqlite';
import { type Announcements, announcementsKeptForMs } from './announcements.ts';
import { textToValue, valueToText } from './ledger-json.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/** How often the file is looked at: SQLite tells nobody that something was written. */
const lookEveryMs = 250;

const stream = 'announcements';

/** Entries of a stream from which nobody takes. */
export function openSqliteAnnouncements(
  database: DatabaseSync,
  inTurn: SqliteTurns,
  now: () => number,
): Announcements {
  const append = database.prepare(
    'INSERT INTO entries (stream, value, expires) VALUES (:stream, :value, :expires)',
  );
  const newest = database.prepare(
    'SELECT max(id) AS id FROM entries WHERE stream = :stream AND expires > :now',
  );
  const readAfter = database.prepare(
    'SELECT id, value FROM entries WHERE stream = :stream AND id > :last AND expires > :now ORDER BY id',
  );
  let last = Number(newest.get({ stream, now: now() })?.id ?? 0);
  let looking: NodeJS.Timeout | undefined;

  async function look(hear: (value: unknown) => void): Promise<void> {
    const entries = await inTurn(() => readAfter.all({ stream, last, now: now() }));
    for (const { id, value } of entries) {
      // Two looks may have been waiting for their turn at the same time.
      if (Number(id) <= last) continue;
      last = Number(id);
      hear(textToValue(String(value)));
    }
  }

  return {
    announce: (value) =>
      inTurn(() => {
        const expires = now() + announcementsKeptForMs;
        append.run({ stream, value: valueToText(value), expires });
      }),
    hear(hear) {
      // A file that can't be read now is read again in a moment.
      looking = setInterval(() => void look(hear).catch(() => {}), lookEveryMs).unref();
    },
    close: () => clearInterval(looking),
  };
}

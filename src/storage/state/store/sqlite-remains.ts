import type { DatabaseSync } from 'node:sqlite';
import type { SqliteTurns } from './sqlite-turns.ts';

/** How many pages go back to the disk in one step: 400 kB, which takes no time. */
const pagesPerStep = 100;

const incremental = 2;

/**
 * Has SQLite overwrite what is deleted, and give its pages back. A file of an earlier version is written anew once,
 * because what was deleted in it can still be read. To be called before the file's first table is made.
 */
export function forbidRemains(database: DatabaseSync): void {
  database.exec('PRAGMA secure_delete = ON');
  if (database.prepare('PRAGMA auto_vacuum').get()?.auto_vacuum === incremental) return;
  database.exec('PRAGMA auto_vacuum = INCREMENTAL; VACUUM');
}

/**
 * Takes out of the file and its write-ahead log what `purge` still finds, in short steps between other work. The log
 * holds older copies of pages until it is emptied.
 */
export async function removeRemains(
  database: DatabaseSync,
  inTurn: SqliteTurns,
  purge: () => number,
): Promise<void> {
  const readFree = (): number =>
    Number(database.prepare('PRAGMA freelist_count').get()?.freelist_count);
  while ((await inTurn(purge)) > 0);
  // Until no more goes: in a file that another program has made its own, none does.
  for (let free = Number.POSITIVE_INFINITY, left = await inTurn(readFree); left < free; ) {
    free = left;
    left = await inTurn(() => {
      database.exec(`PRAGMA incremental_vacuum(${pagesPerStep})`);
      return readFree();
    });
  }
  await inTurn(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
}

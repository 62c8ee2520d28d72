import { setTimeout as pause } from 'node:timers/promises';

/** How long work waits for another process that writes; the guard of the store gives up soon after. */
const patienceMs = 800;

const pauseMs = 10;

/** Does synchronous work on one file, piece after piece in the order it came. */
export type SqliteTurns = <T>(work: () => T) => Promise<T>;

/**
 * While another process holds the file, work is tried again every few milliseconds rather than waited for inside
 * SQLite, which would stop the event loop. Rejects with what SQLite says when it is held for too long.
 */
export function createSqliteTurns(): SqliteTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // From here on, not from its turn: behind work that waited in vain nobody waits as long again.
    const giveUpAt = performance.now() + patienceMs;
    const result = last.then(() => untilFree(work, giveUpAt));
    last = result.catch(() => {});
    return result;
  };
}

async function untilFree<T>(work: () => T, giveUpAt: number): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
    }
    await pause(pauseMs);
  }
}

/** SQLITE_BUSY and SQLITE_LOCKED with their extended codes, https://sqlite.org/rescode.html */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 5 || code === 6;
}

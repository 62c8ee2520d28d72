import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createKeyv } from './create-keyv.ts';
import { makeFolder } from './make-folder.ts';
import { makePrivate } from './private-file.ts';
import { openSqlite } from './sqlite-store.ts';
import { StateError } from './state-error.ts';
import type { Store } from './store.ts';
import { messageOf } from './why.ts';

/** @throws {StateError} when the address is unknown, or what it leads to can't be read and written. */
export async function openStore(url: string): Promise<Store> {
  const scheme = /^[a-z]+:/.exec(url)?.[0];
  switch (scheme) {
    case 'memory:':
      return openSqliteStore(':memory:', url);
    case 'sqlite:':
      return openSqliteStore(sqlitePath(url), url);
    case 'redis:':
    case 'rediss:': {
      // Its client takes long to load, and most programs have no use for it.
      const { openRedisStore } = await import('./open-redis-store.ts');
      return openRedisStore(url);
    }
    default:
      throw new StateError(
        'STATE_URL is no address of a store: use sqlite:var/state.db, memory: or redis://host:6379.',
      );
  }
}

/** Whether something may have been kept there: a file that nobody has made, and memory, hold nothing. */
export async function mayHoldState(url: string): Promise<boolean> {
  if (url.startsWith('memory:')) return false;
  if (!url.startsWith('sqlite:')) return true;
  return access(sqlitePath(url)).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

function sqlitePath(url: string): string {
  return url.slice('sqlite:'.length).replace(/^\/\/(?=.)/, '');
}

async function openSqliteStore(path: string, name: string): Promise<Store> {
  if (path === '')
    throw new StateError(`STATE_URL ${name} names no file: use sqlite:var/state.db.`);
  try {
    if (path !== ':memory:') {
      await makeFolder(dirname(path));
      await makePrivate(path);
    }
    const file = openSqlite(path);
    return {
      name,
      keyv: (namespace) => createKeyv({ store: file.createStore(), namespace }),
      createLedger: (clock) => file.createLedger(clock),
      tidy: (clock) => file.tidy(clock),
      openAnnouncements: async (clock) => file.openAnnouncements(clock),
      close: async () => file.close(),
    };
  } catch (error) {
    throw new StateError(
      `The state in ${name} can't be used (${messageOf(error)}): ${sqliteAdvice(error)}, or set STATE_URL to another place.`,
      { cause: error },
    );
  }
}

/** By SQLite's primary result codes, https://sqlite.org/rescode.html */
function sqliteAdvice(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  const isAboutFolder = error instanceof Error && 'syscall' in error;
  if (code === 5 || code === 6) return 'stop the other program that holds it';
  if (code === 8 || code === 14 || isAboutFolder) return 'make file and folder writable';
  return 'move the file away to start afresh';
}

import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Keyv, type KeyvOptions } from 'keyv';
import type { Ledger } from '../../../core/ports/ledger.ts';
import type { Announcements } from './announcements.ts';
import { makeFolder } from './make-folder.ts';
import { makePrivate } from './private-file.ts';
import { openRedisAnnouncements } from './redis-announcements.ts';
import { connectRedis, disconnectRedis, type RedisClient } from './redis-client.ts';
import { createRedisLedger, tidyRedisLedger } from './redis-ledger.ts';
import { createRedisStore } from './redis-store.ts';
import { openSqlite } from './sqlite-store.ts';

/** What outlives the process, as far as its kind allows: one Keyv a namespace, and a ledger, over one connection. */
export interface Store {
  /** The address without its secrets. */
  readonly name: string;
  /** All operations reject when the store fails. Namespaces hold no colon: Keyv cuts keys there. */
  keyv<Value>(namespace: string): Keyv<Value>;
  /** Rejects as the store does. `clock` tells what has expired where the store has no clock of its own. */
  createLedger(clock: () => Date): Ledger;
  /** Takes out what has expired, so that it can't be read from the store's files either. Rejects as the store does. */
  tidy(clock: () => Date): Promise<void>;
  /** What processes that share the store tell one another, heard from here on. Called once. */
  openAnnouncements(clock: () => Date): Promise<Announcements>;
  /** The connection, where several processes share the store. */
  readonly redis?: RedisClient;
  close(): Promise<void>;
}

/** The store can't be used: one sentence on what is wrong and what to do, free of secrets. */
export class StateError extends Error {
  override readonly name = 'StateError';
}

/** @throws {StateError} when the address is unknown, or what it leads to can't be read and written. */
export async function openStore(url: string): Promise<Store> {
  const scheme = /^[a-z]+:/.exec(url)?.[0];
  switch (scheme) {
    case 'memory:':
      return openSqliteStore(':memory:', url);
    case 'sqlite:':
      return openSqliteStore(sqlitePath(url), url);
    case 'redis:':
    case 'rediss:':
      return openRedisStore(url);
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

async function openRedisStore(url: string): Promise<Store> {
  const name = withoutCredentials(url);
  try {
    const client = await connectRedis(url);
    // Each namespace's adapter listens to it; they are few, and as old as the client.
    client.setMaxListeners(0);
    return {
      name,
      redis: client,
      keyv: (namespace) => {
        const store = createRedisStore(client, namespace);
        return createKeyv({ store, namespace, useKeyPrefix: false });
      },
      createLedger: () => createRedisLedger(client),
      tidy: () => tidyRedisLedger(client),
      openAnnouncements: () => openRedisAnnouncements(client),
      close: () => disconnectRedis(client),
    };
  } catch (error) {
    throw new StateError(
      `The state in ${name} can't be reached (${messageOf(error)}): start the server and check address and password, or set STATE_URL to another place.`,
    );
  }
}

/** A value that was damaged reads as undefined under its key, rather than being the end of whoever reads all. */
function createKeyv<Value>(options: KeyvOptions): Keyv<Value> {
  const keyv = new Keyv<Value>({ ...options, throwOnErrors: true });
  const { deserialize } = keyv;
  keyv.deserialize = async <T>(text: string): Promise<{ value?: T }> => {
    try {
      return (await deserialize?.<T>(text)) ?? {};
    } catch (error) {
      if (error instanceof SyntaxError) return {};
      throw error;
    }
  };
  return keyv;
}

function withoutCredentials(url: string): string {
  if (!URL.canParse(url) || /%(?![0-9a-f]{2})/i.test(url)) {
    throw new StateError(
      'STATE_URL is no address: write redis://host:6379, special characters in the password as %xx.',
    );
  }
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function messageOf(error: unknown): string {
  // Connecting to a name with several addresses fails with one error for each.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

/** By SQLite's primary result codes, https://sqlite.org/rescode.html */
function sqliteAdvice(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  const isAboutFolder = error instanceof Error && 'syscall' in error;
  if (code === 5 || code === 6) return 'stop the other program that holds it';
  if (code === 8 || code === 14 || isAboutFolder) return 'make file and folder writable';
  return 'move the file away to start afresh';
}

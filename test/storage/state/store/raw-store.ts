import { DatabaseSync } from 'node:sqlite';
import {
  connectRedis,
  disconnectRedis,
  type RedisClient,
} from '../../../../src/storage/state/store/redis-client.ts';
import { openSqlite, type SqliteStore } from '../../../../src/storage/state/store/sqlite-store.ts';

/** All keys and values of a store, as whoever steals the file or reaches the server sees them. */
export async function readRaw(url: string): Promise<string> {
  if (url.startsWith('sqlite:')) return JSON.stringify(readTables(url.slice('sqlite:'.length)));
  return withRedis(url, async (client) => {
    const keys = await client.keys('*');
    return JSON.stringify([keys, await Promise.all(keys.map((key) => readKey(client, key)))]);
  });
}

/** How long until the last of what a Redis server holds is gone, in milliseconds; infinite if something stays. */
export async function longestLifetime(url: string): Promise<number> {
  return withRedis(url, async (client) => {
    const keys = await client.keys('factbot-ledger:record:*');
    const left = await Promise.all(keys.map((key) => client.pTTL(key)));
    return Math.max(...left.map((ms) => (ms === -1 ? Number.POSITIVE_INFINITY : ms)));
  });
}

function readTables(path: string): readonly unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    return tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all());
  } finally {
    database.close();
  }
}

async function readKey(client: RedisClient, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'zset':
      return client.zRange(key, 0, -1);
    case 'stream':
      return client.xRange(key, '-', '+');
    default:
      return client.get(key);
  }
}

export async function readRawValue(url: string, namespace: string, key: string): Promise<string> {
  const value = await withStore(
    url,
    (store) => store.get(`${namespace}:${key}`),
    (client) => client.get(`${namespace}::${key}`),
  );
  if (!value) throw new Error(`${namespace} holds no ${key}`);
  return value;
}

/** Puts a text where another version of the bot, or somebody else, might have put it as a record of the ledger. */
export async function writeRawRecord(url: string, key: string, text: string): Promise<void> {
  if (!url.startsWith('sqlite:')) {
    await withRedis(url, async (client) => {
      await client.set(`factbot-ledger:record:${key}`, text);
      await client.zAdd('factbot-ledger:index', { score: 0, value: key });
    });
    return;
  }
  const path = url.slice('sqlite:'.length);
  openSqlite(path).close();
  const database = new DatabaseSync(path);
  database.prepare('INSERT INTO records VALUES (?, ?, 1e16)').run(key, text);
  database.close();
}

/** Puts a value where another version of the bot, or somebody else, might have put it. */
export async function writeRaw(
  url: string,
  namespace: string,
  key: string,
  value: string,
): Promise<void> {
  await withStore<unknown>(
    url,
    (store) => store.set(`${namespace}:${key}`, value),
    (client) => client.set(`${namespace}::${key}`, value),
  );
}

async function withStore<T>(
  url: string,
  inSqlite: (store: SqliteStore) => Promise<T>,
  inRedis: (client: RedisClient) => Promise<T>,
): Promise<T> {
  if (url.startsWith('sqlite:')) {
    const file = openSqlite(url.slice('sqlite:'.length));
    return inSqlite(file.createStore()).finally(() => file.close());
  }
  return withRedis(url, inRedis);
}

async function withRedis<T>(url: string, work: (client: RedisClient) => Promise<T>): Promise<T> {
  const client = await connectRedis(url);
  return work(client).finally(() => disconnectRedis(client));
}

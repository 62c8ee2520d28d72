import {
  connectRedis,
  disconnectRedis,
  type RedisClient,
} from '../../../../src/storage/state/store/redis-client.ts';
import { openSqlite, type SqliteStore } from '../../../../src/storage/state/store/sqlite-store.ts';

/** All keys and values of a store, as whoever steals the file or reaches the server sees them. */
export async function readRaw(url: string): Promise<string> {
  return withStore(
    url,
    async (store) => JSON.stringify(await Array.fromAsync(store.iterator())),
    async (client) => {
      const keys = await client.keys('*');
      const values = await Promise.all(keys.map((key) => client.get(key)));
      return JSON.stringify([keys, values]);
    },
  );
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
  const client = await connectRedis(url);
  return inRedis(client).finally(() => disconnectRedis(client));
}

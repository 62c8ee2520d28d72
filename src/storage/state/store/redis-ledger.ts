import type { Ledger, LedgerPage, LedgerRecord } from '../../../core/ports/ledger.ts';
import { textToValue, valueToText } from './ledger-json.ts';
import type { RedisClient } from './redis-client.ts';
import { openRedisStream } from './redis-stream.ts';

/** The keys of all records, at one score: Redis orders them by their bytes, and finds a prefix without looking at others. */
const indexKey = 'factbot-ledger:index';
/** The same keys by the moment when they expire. */
const expiriesKey = 'factbot-ledger:expiries';

const recordKey = (key: string): string => `factbot-ledger:record:${key}`;
const claimKey = (key: string): string => `factbot-ledger:claim:${key}`;

/** Redis lets a value expire by itself, but not its place in a sorted set: each write takes some of those away, and the tidying the rest. */
const putScript = `
  if ARGV[4] == 'new' and redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  for _, expired in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now, 'LIMIT', 0, 20)) do
    redis.call('ZREM', KEYS[2], expired)
    redis.call('ZREM', KEYS[3], expired)
  end
  redis.call('ZADD', KEYS[2], 0, ARGV[1])
  if ARGV[3] == '' then
    redis.call('SET', KEYS[1], ARGV[2])
    redis.call('ZREM', KEYS[3], ARGV[1])
  else
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
    redis.call('ZADD', KEYS[3], now + ARGV[3], ARGV[1])
  end
  return 1`;

/** Takes the keys of expired records out of the sets: they may name somebody, and nothing may be written from then on. */
const tidyScript = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local expired = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, 500)
  for _, key in ipairs(expired) do
    redis.call('ZREM', KEYS[1], key)
    redis.call('ZREM', KEYS[2], key)
  end
  return #expired`;

/** Rejects as the client does. */
export async function tidyRedisLedger(client: RedisClient): Promise<void> {
  while ((await client.eval(tidyScript, { keys: [indexKey, expiriesKey] })) !== 0);
}

/** A ledger of Redis's or Valkey's own means: `SET NX PX`, sorted sets, streams with a consumer group. Time is the server's. */
export function createRedisLedger(client: RedisClient): Ledger {
  const write = (
    over: 'any' | 'new',
    key: string,
    value: unknown,
    lifetimeMs: number | undefined,
  ): Promise<unknown> =>
    client.eval(putScript, {
      keys: [recordKey(key), indexKey, expiriesKey],
      arguments: [key, valueToText(value), String(lifetimeMs ?? ''), over],
    });
  return {
    async claim(key, lifetimeMs) {
      const set = await client.set(claimKey(key), '', {
        condition: 'NX',
        expiration: { type: 'PX', value: lifetimeMs },
      });
      return set === 'OK';
    },
    async extend(key, lifetimeMs) {
      await client.pExpire(claimKey(key), lifetimeMs);
    },
    async release(key) {
      await client.del(claimKey(key));
    },
    async get(key) {
      const text = await client.get(recordKey(key));
      return typeof text === 'string' ? { key, value: textToValue(text) } : undefined;
    },
    async put(key, value, lifetimeMs) {
      await write('any', key, value, lifetimeMs);
    },
    add: async (key, value, lifetimeMs) => (await write('new', key, value, lifetimeMs)) === 1,
    async remove(keys) {
      if (keys.length === 0) return;
      await client
        .multi()
        .del(keys.map(recordKey))
        .zRem(indexKey, [...keys])
        .zRem(expiriesKey, [...keys])
        .exec();
    },
    list: (page) => readPage(client, page),
    stream: (name, options) => openRedisStream({ client, claimKey }, name, options),
  };
}

async function readPage(
  client: RedisClient,
  { prefix, order, after, limit }: LedgerPage,
): Promise<readonly LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (let last = after; records.length < limit; ) {
    const missing = limit - records.length;
    const keys = await readKeys(client, { prefix, order, after: last, limit: missing });
    const values = keys.length > 0 ? await client.mGet(keys.map(recordKey)) : [];
    for (const [index, key] of keys.entries()) {
      const text = values[index];
      // Expired, with its place still in the set.
      if (typeof text === 'string') records.push({ key, value: textToValue(text) });
    }
    if (keys.length < missing) break;
    last = keys.at(-1);
  }
  return records;
}

function readKeys(
  client: RedisClient,
  { prefix, order, after, limit }: LedgerPage,
): Promise<string[]> {
  const behind = after === undefined ? undefined : `(${after}`;
  // 255 is no byte of UTF-8, so this is above all that begins with the prefix.
  const end = Buffer.concat([Buffer.from(`(${prefix}`), Buffer.of(255)]);
  const options = { BY: 'LEX', LIMIT: { offset: 0, count: limit } } as const;
  return order === 'ascending'
    ? client.zRange(indexKey, behind ?? `[${prefix}`, end, options)
    : client.zRange(indexKey, behind ?? end, `[${prefix}`, { ...options, REV: true });
}

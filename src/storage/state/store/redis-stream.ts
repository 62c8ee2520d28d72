import { z } from 'zod';
import type { Stream, StreamOptions } from '../../../core/ports/ledger.ts';
import { textToValue, valueToText } from './ledger-json.ts';
import type { RedisClient } from './redis-client.ts';

/** The whole stream goes once nothing was appended for its lifetime, even where nobody is left to take. */
const appendScript = `
  if ARGV[3] == '1' and not redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[2]) then return 0 end
  redis.call('XADD', KEYS[1], '*', 'value', ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 1`;

/**
 * One consumer stands for all processes: the group gives each entry out once, and again to whoever asks once it was not
 * acknowledged in time, whatever the consumers are called. Names of their own would be left behind by every process.
 * XAUTOCLAIM may come back with nothing but entries that were dropped meanwhile.
 */
const takeScript = `
  if redis.call('EXISTS', KEYS[1]) == 0 then return false end
  redis.pcall('XGROUP', 'CREATE', KEYS[1], 'factbot', '0')
  local time = redis.call('TIME')
  local oldest = time[1] * 1000 + math.floor(time[2] / 1000) - ARGV[2] + 1
  redis.call('XTRIM', KEYS[1], 'MINID', string.format('%.0f', oldest))
  local entry
  repeat
    local claimed = redis.call('XAUTOCLAIM', KEYS[1], 'factbot', 'taker', ARGV[1], '0-0', 'COUNT', 1)
    entry = claimed[2][1]
  until entry or #(claimed[3] or {}) == 0
  if not entry then
    local new = redis.call('XREADGROUP', 'GROUP', 'factbot', 'taker', 'COUNT', 1, 'STREAMS', KEYS[1], '>')
    entry = new and new[1][2][1]
  end
  if not entry then return false end
  local pending = redis.call('XPENDING', KEYS[1], 'factbot', entry[1], entry[1], 1)
  return { entry[1], entry[2][2], pending[1][4] }`;

const takenSchema = z.tuple([z.string(), z.string(), z.number()]).nullable();

interface StreamParts {
  readonly client: RedisClient;
  readonly claimKey: (key: string) => string;
}

export function openRedisStream(
  { client, claimKey }: StreamParts,
  name: string,
  { acknowledgeWithinMs, lifetimeMs }: StreamOptions,
): Stream {
  const stream = `factbot-ledger:stream:${name}`;
  return {
    async append(value, key) {
      const appended = await client.eval(appendScript, {
        keys: [stream, claimKey(`appended ${name} ${key ?? ''}`)],
        arguments: [valueToText(value), String(lifetimeMs), key === undefined ? '0' : '1'],
      });
      return appended === 1;
    },
    async take() {
      const reply = await client.eval(takeScript, {
        keys: [stream],
        arguments: [String(acknowledgeWithinMs), String(lifetimeMs)],
      });
      const taken = takenSchema.parse(reply);
      if (!taken) return undefined;
      const [id, text, attempt] = taken;
      return { id, value: textToValue(text), attempt };
    },
    async acknowledge(id) {
      await client.multi().xAck(stream, 'factbot', id).xDel(stream, id).exec();
    },
  };
}

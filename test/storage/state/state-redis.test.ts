import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { createState } from '../../../src/storage/state/state.ts';
import { startOwnRedis } from '../../support/redis.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';
import { describeState, reload } from './state-contract.ts';
import { redisKind } from './state-kinds.ts';
import { whyNot } from './why-not.ts';

// Always a server of our own: the tests empty, stop and freeze it.
const server = await startOwnRedis();
afterAll(() => server.stop());

describeState(redisKind(server.url));

const lost = 'error The state is out of reach: going on from memory';
const back = 'info The state is back';

test('a server that is not there is named without its password', async () => {
  const gone = await startOwnRedis();
  await gone.stop();
  expect(await whyNot(`redis://bot:${randomUUID()}@127.0.0.1:${gone.port}/2`)).toBe(
    `The state in redis://127.0.0.1:${gone.port}/2 can't be reached (connect ECONNREFUSED 127.0.0.1:${gone.port}): start the server and check address and password, or set STATE_URL to another place.`,
  );
});

test('a wrong password is refused without being repeated', async () => {
  const locked = await startOwnRedis(undefined, ['--requirepass', 'right-horse']);
  onTestFinished(locked.stop);
  const message = await whyNot(`redis://:wrong-horse@127.0.0.1:${locked.port}`);
  expect(message).toContain(
    `The state in redis://127.0.0.1:${locked.port} can't be reached (WRONGPASS`,
  );
  expect(message).not.toContain('horse');
});

test('a server that accepts and never answers does not hold up the start', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  onTestFinished(() => {
    silent.close();
  });
  await once(silent, 'listening');
  const address = silent.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port');
  expect(await whyNot(`redis://127.0.0.1:${address.port}`)).toContain('(no answer within 5000 ms)');
});

test('a server that may only be read is refused at the start', async () => {
  const replica = await startOwnRedis(undefined, ['--replicaof', '127.0.0.1', String(server.port)]);
  onTestFinished(replica.stop);
  expect(await whyNot(replica.url)).toContain(
    `The state in ${replica.url} can't be written (READONLY`,
  );
});

test('goes on from memory while the server is away, and says once that it is lost and once that it is back', async () => {
  const first = await startOwnRedis();
  const log = createRecordingLog();
  const { deliveries, reloads, lastGood, close } = await createState(first.url, log, {
    clock: testClock,
  });
  onTestFinished(close);
  expect(await deliveries.claim('slack:before')).toBe(true);
  await first.stop();
  const events = Array.from({ length: 20 }, (_, index) => `slack:Ev${index}`);
  const claimAll = () => Promise.all(events.map((event) => deliveries.claim(event)));
  expect(new Set(await claimAll())).toEqual(new Set([true]));
  expect(new Set(await claimAll())).toEqual(new Set([false]));
  expect(await deliveries.claim('slack:before')).toBe(false);
  await reloads.record(reload('09:00', 1));
  await lastGood.set({ fingerprint: 'abc' });
  expect(await reloads.recent(5)).toEqual([]);
  expect(log.lines).toEqual([lost]);

  const second = await startOwnRedis(first.port);
  onTestFinished(second.stop);
  await vi.waitFor(
    async () => {
      await lastGood.set({ fingerprint: 'def' });
      expect(log.lines).toEqual([lost, back]);
    },
    { timeout: 15_000, interval: 200 },
  );
  expect(await lastGood.get()).toEqual({ fingerprint: 'def' });
});

test('a server that hangs holds up nobody for long', async () => {
  const hanging = await startOwnRedis();
  onTestFinished(hanging.stop);
  const log = createRecordingLog();
  const { deliveries, close } = await createState(hanging.url, log, { clock: testClock });
  onTestFinished(close);
  hanging.freeze();
  expect(await deliveries.claim('slack:Ev1')).toBe(true);
  expect(await deliveries.claim('slack:Ev1')).toBe(false);
  expect(log.lines).toEqual([lost]);
});

test('a server that hangs does not hold up the end', async () => {
  const hanging = await startOwnRedis();
  onTestFinished(hanging.stop);
  const { deliveries, close } = await createState(hanging.url, createRecordingLog(), {
    clock: testClock,
  });
  hanging.freeze();
  const claimed = deliveries.claim('slack:Ev1');
  await close();
  expect(await claimed).toBe(true);
});

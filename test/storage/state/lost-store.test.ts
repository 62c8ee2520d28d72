import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parseEncryptionKeys } from '../../../src/core/ports/encryption-keys.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { usesPerUserAMinute } from '../../../src/storage/state/limits.ts';
import { createState, StateError } from '../../../src/storage/state/state.ts';
import { startOwnRedis } from '../../support/redis.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testClock, testNow } from '../../support/test-day.ts';
import { openOverHangingRedis } from './hanging-redis.ts';
import { createRecordingLog } from './recording-log.ts';
import { openState } from './state-kinds.ts';

const server = 'discord:112233445566778899';
const workspace = 'slack:T024BE7LD';
const ada = 'discord:123456789012345678';

test('without its store the bot goes on by what it remembers, and says what it could not keep', async () => {
  const redis = await startOwnRedis();
  onTestFinished(redis.stop);
  const log = createRecordingLog();
  const { communities, blocked, answers, reports, installations } = await openState(
    redis.url,
    { refreshEveryMs: 20 },
    log,
  );
  const installed = installations(parseEncryptionKeys(randomBytes(32).toString('base64')));
  const { settings } = await communities.change(server, ada, { mentions: false });
  await blocked.add(ada);
  await installed.save('T1', '{}');
  await redis.stop();

  await expect(communities.change(server, ada, { mentions: true })).rejects.toThrow(StoreLostError);
  await expect(communities.changes(server, 5)).rejects.toThrow(StoreLostError);
  await expect(blocked.remove(ada)).rejects.toThrow(StoreLostError);
  await expect(installed.load('T1')).rejects.toThrow(StoreLostError);
  const report = { at: '2026-11-22T09:00:00.000Z', ref: 'saltmarsh/a', text: undefined } as const;
  await expect(reports.add(report)).rejects.toThrow(StoreLostError);
  const answer = {
    owner: ada,
    visibility: 'public',
    content: { kind: 'list', refs: [] },
  } as const;
  expect(await answers.keep('a1', answer)).toBe(false);
  await expect(answers.find('a1')).rejects.toThrow(StoreLostError);
  expect(communities.settings(server)).toEqual(settings);
  expect(blocked.has(ada)).toBe(true);
  expect(await communities.removeLeft()).toEqual([]);
  expect(await communities.list()).toEqual([server]);
  expect(log.lines).toEqual(['error The state is out of reach: going on from memory']);
});

test('what goes through the ledger is refused while Redis is away, hangs, or is too slow', async () => {
  const redis = await startOwnRedis();
  onTestFinished(redis.stop);
  const { ledger } = await openState(redis.url);
  const stream = ledger.stream('outbox', { acknowledgeWithinMs: 1000, lifetimeMs: 1000 });
  redis.freeze();
  await expect(ledger.claim('Ev1', 1000)).rejects.toThrow(StoreLostError);
  await redis.stop();
  for (const work of [
    ledger.claim('Ev1', 1000),
    ledger.release('Ev1'),
    ledger.get('a'),
    ledger.put('a', 1, 1000),
    ledger.remove(['a']),
    ledger.list({ prefix: '', order: 'ascending', limit: 1 }),
    stream.append(1),
    stream.take(),
    stream.acknowledge('1-1'),
  ]) {
    await expect(work).rejects.toThrow(StoreLostError);
  }
});

test('a file that another program holds for long is given up, and stops nothing else meanwhile', async () => {
  const path = `${await temporaryFolder()}/state.db`;
  const { ledger, answers } = await openState(`sqlite:${path}`);
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec('BEGIN EXCLUSIVE');
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 5);
  onTestFinished(() => clearInterval(counting));
  const stream = ledger.stream('outbox', { acknowledgeWithinMs: 1000, lifetimeMs: 1000 });
  const given = await Promise.allSettled([
    ...Array.from({ length: 10 }, (_, index) => ledger.claim(`Ev${index}`, 1000)),
    ledger.put('a', 1, 1000),
    stream.append(1, 'key'),
    stream.take(),
  ]);
  for (const one of given) expect(one).toMatchObject({ reason: expect.any(StoreLostError) });
  await answers.keep('a1', {
    owner: ada,
    visibility: 'public',
    content: { kind: 'list', refs: [] },
  });
  // A wait inside SQLite would leave room for none.
  expect(turns).toBeGreaterThan(20);
});

test('a file that another program holds for a moment is waited for', async () => {
  const path = `${await temporaryFolder()}/state.db`;
  const { ledger } = await openState(`sqlite:${path}`);
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec('BEGIN EXCLUSIVE');
  const claimed = [ledger.claim('Ev1', 1000), ledger.claim('Ev1', 1000)];
  setTimeout(() => other.exec('ROLLBACK'), 100);
  expect(await Promise.all(claimed)).toEqual([true, false]);
});

test('limits hold from memory while Redis is away or hangs', async () => {
  const {
    redis,
    state: { limits },
  } = await openOverHangingRedis();
  const taken = await Promise.all(
    Array.from({ length: usesPerUserAMinute + 5 }, () => limits.take(ada, server)),
  );
  expect(taken.filter(({ waitMs }) => waitMs === 0)).toHaveLength(usesPerUserAMinute);
  await redis.stop();
  expect((await limits.take(ada, server)).waitMs).toBeGreaterThan(0);
});

test('what the bot joined and left while Redis was away is written when it is back', async () => {
  const first = await startOwnRedis();
  const { communities } = await openState(first.url, { refreshEveryMs: 50 });
  await communities.joined(server);
  await first.stop();
  await communities.left(server);
  await communities.joined(workspace);
  expect(await communities.list()).toEqual([server, workspace]);

  const second = await startOwnRedis(first.port);
  onTestFinished(second.stop);
  const inALongTime = () => new Date(testNow.getTime() + 365 * 24 * 60 * 60 * 1000);
  const other = await openState(second.url, { clock: inALongTime, refreshEveryMs: 50 });
  await vi.waitFor(
    async () => expect(await other.communities.list()).toEqual([server, workspace]),
    { timeout: 15_000, interval: 100 },
  );
  expect(await other.communities.removeLeft()).toEqual([server]);
});

test('a Redis that does not let us count is refused at the start', async () => {
  const rules = ['bot', 'on', '>right-horse', '~*', '&*', '+@all', '-@scripting'];
  const strict = await startOwnRedis(undefined, ['--user', ...rules]);
  onTestFinished(strict.stop);
  const url = `redis://bot:right-horse@127.0.0.1:${strict.port}`;
  const opening = createState(url, createRecordingLog(), { clock: testClock });
  await expect(opening).rejects.toThrow(StateError);
  await expect(opening).rejects.toThrow(
    /^The state in redis:\/\/127\.0\.0\.1:\d+ can't be written \(NOPERM .*eval/,
  );
});

import { expect, onTestFinished, test } from 'vitest';
import type { Ledger } from '../../../src/core/ports/ledger.ts';
import { createMirror } from '../../../src/storage/state/mirror.ts';
import { openSqlite } from '../../../src/storage/state/store/sqlite-store.ts';
import { createStoreGuard } from '../../../src/storage/state/store-guard.ts';
import { userKeySchema } from '../../../src/storage/state/stored-keys.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';

const [ada, bob] = ['discord:1', 'slack:U2'] as const;

/** A mirror over a real ledger, whose next reading and writing come to an end when the test says so. */
async function openSlowMirror() {
  const file = openSqlite(':memory:');
  onTestFinished(() => file.close());
  const inFile = file.createLedger(testClock);
  const [read, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isSlow = false;
  const ledger: Ledger = {
    ...inFile,
    async list(page) {
      const records = await inFile.list(page);
      if (isSlow) await read.promise;
      return records;
    },
    async put(key, value, lifetimeMs) {
      await inFile.put(key, value, lifetimeMs);
      if (isSlow) await written.promise;
    },
  };
  const guard = createStoreGuard('memory', createRecordingLog());
  const mirror = await createMirror(
    { ledger, name: 'people', key: userKeySchema, read: (value) => String(value) },
    guard,
  );
  await mirror.set(ada, 'old');
  isSlow = true;
  return { mirror, read, written };
}

test('what is written while all is read anew is not undone by the older reading', async () => {
  const { mirror, read, written } = await openSlowMirror();
  const refreshed = mirror.refresh();
  written.resolve();
  await mirror.set(ada, 'new');
  await mirror.set(bob, 'new');
  read.resolve();
  await refreshed;
  expect([...mirror.values]).toEqual([
    [ada, 'new'],
    [bob, 'new'],
  ]);
});

// Answers of Redis to both come in one packet, so one ends a few steps after the other.
test.each(Array.from({ length: 20 }, (_, steps) => steps))(
  'nor is what is written %i steps after the reading came back',
  async (steps) => {
    const { mirror, read, written } = await openSlowMirror();
    const refreshed = mirror.refresh();
    const set = mirror.set(bob, 'new');
    await new Promise((resolve) => setImmediate(resolve));
    read.resolve();
    for (let step = 0; step < steps; step++) await undefined;
    written.resolve();
    await Promise.all([refreshed, set]);
    expect([...mirror.values]).toEqual([
      [ada, 'old'],
      [bob, 'new'],
    ]);
  },
);

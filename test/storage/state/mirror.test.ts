import { expect, onTestFinished, test } from 'vitest';
import type { Ledger } from '../../../src/core/ports/ledger.ts';
import { createMirror } from '../../../src/storage/state/mirror.ts';
import { openSqlite } from '../../../src/storage/state/store/sqlite-store.ts';
import { createStoreGuard } from '../../../src/storage/state/store-guard.ts';
import { userKeySchema } from '../../../src/storage/state/stored-keys.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';

const [ada, bob] = ['discord:1', 'slack:U2'] as const;

test('what is written while all is read anew is not undone by the older reading', async () => {
  const file = openSqlite(':memory:');
  onTestFinished(() => file.close());
  const inFile = file.createLedger(testClock);
  // A reading that has all it wants and is slow to hand it over, as one over a network may be.
  const handOver = Promise.withResolvers<void>();
  let isSlow = false;
  const ledger: Ledger = {
    ...inFile,
    async list(page) {
      const records = await inFile.list(page);
      if (isSlow) await handOver.promise;
      return records;
    },
  };
  const guard = createStoreGuard('memory', createRecordingLog());
  const read = (value: unknown) => String(value);
  const mirror = await createMirror({ ledger, name: 'people', key: userKeySchema, read }, guard);
  await mirror.set(ada, 'old');

  isSlow = true;
  const refreshed = mirror.refresh();
  await mirror.set(ada, 'new');
  await mirror.set(bob, 'new');
  handOver.resolve();
  await refreshed;
  expect([...mirror.values]).toEqual([
    [ada, 'new'],
    [bob, 'new'],
  ]);
});

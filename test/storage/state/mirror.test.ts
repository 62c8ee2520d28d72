import { Keyv } from 'keyv';
import { expect, onTestFinished, test } from 'vitest';
import { createMirror } from '../../../src/storage/state/mirror.ts';
import { openSqlite } from '../../../src/storage/state/store/sqlite-store.ts';
import { createStoreGuard } from '../../../src/storage/state/store-guard.ts';
import { userKeySchema } from '../../../src/storage/state/stored-keys.ts';
import { createRecordingLog } from './recording-log.ts';

const [ada, bob] = ['discord:1', 'slack:U2'] as const;

test('what is written while all is read anew is not undone by the older reading', async () => {
  const file = openSqlite(':memory:');
  onTestFinished(() => file.close());
  const store = file.createStore();
  const keyv = new Keyv<unknown>({ store, namespace: 'people', throwOnErrors: true });
  const guard = createStoreGuard('memory', createRecordingLog());
  const read = (value: unknown) => String(value);
  const mirror = await createMirror({ keyv, key: userKeySchema, read }, guard);
  await mirror.set(ada, 'old');

  // A reading that has all it wants and is slow to hand it over, as one over a network may be.
  const handOver = Promise.withResolvers<void>();
  const readNow = keyv.iterator?.bind(keyv);
  keyv.iterator = async function* () {
    const entries = await Array.fromAsync(readNow?.(undefined) ?? []);
    await handOver.promise;
    yield* entries;
  };
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

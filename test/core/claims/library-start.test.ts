import { describe, expect, test } from 'vitest';
import {
  added,
  broken,
  changed,
  createStore,
  libraryAfter,
  old,
  reading,
} from '../../support/library-over.ts';
import { createLastGood } from '../../support/library-parts.ts';

describe('starting', () => {
  test('knows whether the packs were edited since the last run', async () => {
    const store = await createStore();
    const first = await libraryAfter(store, reading(old));
    expect(first.library.changedSinceLastRun).toBe(false);
    const second = await libraryAfter(store, reading(old), reading(old, added));
    expect(second.library.changedSinceLastRun).toBe(false);
    await second.library.reload('console:a');
    const third = await libraryAfter(store, reading(old));
    expect(third.library.changedSinceLastRun).toBe(true);
  });

  test('with broken packs serves the set in use last, and a reload of repaired ones ends that', async () => {
    const store = await createStore();
    const first = await libraryAfter(store, reading(old), reading(added));
    await first.library.reload('console:a');
    await first.library.rollback('console:a');
    const second = await libraryAfter(store, broken, reading(changed));
    expect(second.library.current.lookup('harbour bridge opened 1932').outcome).toBe('match');
    expect(second.library.files).toMatchObject({ state: 'broken', mistakes: [{ line: 3 }] });
    expect(second.records).toMatchObject([{ by: 'start', result: 'failed' }]);
    // Broken files in between don't bring back what was gone back from.
    const third = await libraryAfter(store, reading(added));
    expect([...third.library.current.claims]).toEqual([old]);
    await second.library.reload('console:a');
    expect(second.library.files).toEqual({ state: 'used' });
    expect([...second.library.current.claims]).toEqual([changed]);
  });

  test('with broken packs serves the newest set where nothing else is known of the last run', async () => {
    const store = await createStore();
    await libraryAfter(store, reading(old));
    const second = await libraryAfter({ ...store, lastGood: createLastGood() }, broken);
    expect([...second.library.current.claims]).toEqual([old]);
  });
});

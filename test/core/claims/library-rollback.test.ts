import { describe, expect, test } from 'vitest';
import { aClaim } from '../../support/claims.ts';
import {
  added,
  changed,
  createStore,
  libraryAfter,
  libraryOver,
  old,
  reading,
  removed,
} from '../../support/library-over.ts';

describe('going back', () => {
  test('takes one step, even after a reload that changed nothing, and one more', async () => {
    const { library, records } = await libraryOver(
      reading(old),
      reading(old, removed),
      reading(changed, added),
      reading(changed, added),
    );
    for (let times = 0; times < 3; times++) await library.reload('console:a');
    expect((await library.rollback('console:a')).changes).toEqual([
      { pack: 'riverton', added: ['removed'], removed: ['added'], changed: ['old'] },
    ]);
    expect([...library.current.claims]).toEqual([old, removed]);
    await library.rollback('console:a');
    expect([...library.current.claims]).toEqual([old]);
    await expect(library.rollback('console:a')).rejects.toThrow('admin.nothingToUndo');
    expect(records.map(({ by, result }) => `${by} ${result}`)).toEqual([
      'console:a undone',
      'console:a undone',
      'console:a loaded',
      'console:a loaded',
      'console:a loaded',
      'start loaded',
    ]);
  });

  test('is nowhere to go when there was no reload', async () => {
    const { library } = await libraryOver(reading(old));
    await expect(library.rollback('console:a')).rejects.toThrow('admin.nothingToUndo');
  });

  test('reaches any of the five sets before the newest, and the newest again, by the same number each time', async () => {
    const generations = Array.from({ length: 8 }, (_, index) =>
      aClaim({ id: `claim-${index}`, claim: `The town has ${index} bridges.`, wordings: [] }),
    );
    const { library } = await libraryOver(...generations.map((claim) => reading(claim)));
    for (let times = 0; times < 7; times++) await library.reload('console:a');
    expect(await library.sets()).toHaveLength(6);
    const ids = async (number: number) => {
      await library.rollback('console:a', number);
      return [...library.current.claims].map(({ id }) => id);
    };
    expect(await ids(5)).toEqual(['claim-2']);
    expect(await ids(2)).toEqual(['claim-5']);
    expect(await ids(2)).toEqual(['claim-5']);
    expect(await ids(0)).toEqual(['claim-7']);
    await expect(library.rollback('console:a', 6)).rejects.toThrow('admin.noSuchSet');
  });

  test('a set that is loaded again comes to the front', async () => {
    const { library } = await libraryOver(reading(old), reading(added), reading(old));
    await library.reload('console:a');
    await library.reload('console:b');
    expect((await library.sets()).map(({ by }) => by)).toEqual(['console:b', 'console:a']);
    await library.rollback('console:a', 1);
    expect([...library.current.claims]).toEqual([added]);
  });

  test('during a reload is not taken back by it', async () => {
    const { library } = await libraryOver(reading(old), reading(added), reading(changed));
    await library.reload('console:a');
    const reload = library.reload('console:a');
    await library.rollback('console:b');
    await reload;
    expect([...library.current.claims]).toEqual([added]);
  });

  test('works after a restart, with the sets from before it', async () => {
    const store = await createStore();
    const first = await libraryAfter(store, reading(old), reading(added));
    await first.library.reload('console:a');
    const second = await libraryAfter(store, reading(added));
    await second.library.rollback('console:a');
    expect([...second.library.current.claims]).toEqual([old]);
  });

  test('lasts over a restart until the files change, or somebody reloads', async () => {
    const store = await createStore();
    const first = await libraryAfter(store, reading(old), reading(added));
    await first.library.reload('console:a');
    await first.library.rollback('console:a');
    expect(first.library.files).toEqual({ state: 'passed-over' });
    const again = await libraryAfter(store, reading(added));
    expect([...again.library.current.claims]).toEqual([old]);
    expect(again.library.files).toEqual({ state: 'passed-over' });
    const repaired = await libraryAfter(store, reading(changed));
    expect([...repaired.library.current.claims]).toEqual([changed]);
    await again.library.reload('console:a');
    expect([...again.library.current.claims]).toEqual([added]);
    expect(again.library.files).toEqual({ state: 'used' });
  });
});

import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import type { KeptSets } from '../../../src/core/claims/kept-sets.ts';
import type { Library } from '../../../src/core/claims/library.ts';
import { openLibrary } from '../../../src/core/claims/open-library.ts';
import type { PackReading } from '../../../src/core/claims/pack-reading.ts';
import type { LastGood, ReloadRecord } from '../../../src/core/claims/reload-history.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { prepareInPlace } from '../../support/prepare-in-place.ts';
import {
  createDecisionLog,
  createForgetfulChanges,
  createForgetfulHistory,
  createLastGood,
  createTestSets,
  rivertonPack,
} from '../../support/test-bot.ts';
import { testClock } from '../../support/test-day.ts';

function reading(...claims: readonly Claim[]): PackReading {
  return { ok: true, packs: [rivertonPack(claims)], fingerprint: JSON.stringify(claims) };
}

const broken: PackReading = {
  ok: false,
  mistakes: [
    {
      file: 'data/riverton/claims/a.yaml',
      line: 3,
      column: 1,
      field: 'verdict',
      message: 'is wrong',
    },
  ],
};

/** A library over readings that come one after the other; the last one stays. */
async function libraryOver(...readings: readonly PackReading[]) {
  return libraryAfter(await createStore(), ...readings);
}

/** What outlives a library. */
interface LibraryStore {
  readonly lastGood: LastGood;
  readonly sets: KeptSets;
}

async function createStore(): Promise<LibraryStore> {
  return { lastGood: createLastGood(), sets: await createTestSets() };
}

async function libraryAfter(
  store: LibraryStore,
  ...readings: readonly PackReading[]
): Promise<{
  library: Library;
  records: ReloadRecord[];
  reads: () => number;
}> {
  const records: ReloadRecord[] = [];
  let reads = 0;
  const library = await openLibrary({
    read: async () => {
      const next = readings[Math.min(reads, readings.length - 1)];
      reads += 1;
      if (!next) throw new Error('no reading');
      return next;
    },
    prepare: prepareInPlace,
    createMatcher,
    history: {
      record: async (reload) => void records.unshift(reload),
      recent: async (limit) => records.slice(0, limit),
    },
    ...store,
    decisions: createDecisionLog(),
    changes: createForgetfulChanges(),
    clock: testClock,
  });
  return { library, records, reads: () => reads };
}

const old = aClaim({ id: 'old', claim: 'The harbour bridge opened in 1932.', wordings: [] });
const added = aClaim({ id: 'added', claim: 'The library has nine floors.', wordings: [] });
const changed = aClaim({ ...old, summary: 'Rewritten.' });
const removed = aClaim({ id: 'removed', claim: 'The tram runs at night.', wordings: [] });

describe('reloading', () => {
  test('says what was added, removed and changed', async () => {
    const { library } = await libraryOver(reading(old), reading(changed, added));
    expect(await library.reload('console:a')).toEqual({
      outcome: 'loaded',
      changes: [{ pack: 'riverton', added: ['added'], removed: [], changed: ['old'] }],
    });
    expect(library.current.lookup('library nine floors').outcome).toBe('match');
  });

  test('keeps the old claims when a pack is broken, and says what is wrong', async () => {
    const { library } = await libraryOver(reading(old), broken);
    expect(await library.reload('console:a')).toEqual({
      outcome: 'failed',
      mistakes: broken.ok ? [] : broken.mistakes,
    });
    expect(library.current.lookup('harbour bridge opened 1932').outcome).toBe('match');
  });

  test('keeps the old claims when reading itself fails, and can be tried again', async () => {
    let reads = 0;
    const library = await openLibrary({
      read: async () => {
        reads += 1;
        if (reads === 2) throw new Error('disk on fire');
        return reads === 1 ? reading(old) : reading(old, added);
      },
      prepare: prepareInPlace,
      createMatcher,
      history: createForgetfulHistory(),
      decisions: createDecisionLog(),
      changes: createForgetfulChanges(),
      ...(await createStore()),
      clock: testClock,
    });
    await expect(library.reload('console:a')).rejects.toThrow('disk on fire');
    expect(library.current.claims).toHaveLength(1);
    await library.reload('console:a');
    expect(library.current.claims).toHaveLength(2);
  });

  test.each([
    { files: 'as they were', after: ['old'], changes: [] },
    {
      files: 'as they were before the last reload',
      after: ['old', 'added'],
      changes: [{ pack: 'riverton', added: [], removed: ['added'], changed: [] }],
    },
  ])('builds nothing anew of files that are $files', async ({ after, changes }) => {
    const [first, second] = [reading(old), reading(old, added)];
    const readings = [first, ...(after.length === 2 ? [second] : []), first];
    let built = 0;
    const library = await openLibrary({
      read: async (held) => {
        const next = readings.shift() ?? first;
        return next.ok && held.includes(next.fingerprint)
          ? { ok: true, held: next.fingerprint }
          : next;
      },
      prepare: prepareInPlace,
      createMatcher: (statements) => {
        built += 1;
        return createMatcher(statements);
      },
      history: createForgetfulHistory(),
      decisions: createDecisionLog(),
      changes: createForgetfulChanges(),
      ...(await createStore()),
      clock: testClock,
    });
    if (after.length === 2) await library.reload('console:a');
    expect([...library.current.claims].map(({ id }) => id)).toEqual(after);
    const before = built;
    expect(await library.reload('console:a')).toEqual({ outcome: 'loaded', changes });
    expect(built).toBe(before);
    expect([...library.current.claims].map(({ id }) => id)).toEqual(['old']);
  });

  test('runs once when asked twice at once, and both get the result', async () => {
    const { library, reads } = await libraryOver(reading(old), reading(old, added), reading(old));
    const [one, two] = await Promise.all([
      library.reload('console:a'),
      library.reload('console:b'),
    ]);
    expect(one).toBe(two);
    expect(reads()).toBe(2);
  });

  test('answers from the old set until the new one is whole', async () => {
    const { library } = await libraryOver(reading(old), reading(added));
    const before = library.current;
    const reload = library.reload('console:a');
    expect(library.current).toBe(before);
    await reload;
    expect([...library.current.claims].map(({ id }) => id)).toEqual(['added']);
    expect([...before.claims].map(({ id }) => id)).toEqual(['old']);
  });

  test('is refused at the start when a pack is broken and no set was kept: there is nothing to fall back on', async () => {
    await expect(libraryOver(broken)).rejects.toMatchObject({ mistakes: [{ line: 3 }] });
  });

  test('is told beforehand, as it would come out, and then nothing has changed', async () => {
    const { library, records } = await libraryOver(
      reading(old, removed),
      reading(changed, added),
      broken,
    );
    const before = library.current;
    const rehearsal = await library.rehearse();
    expect(rehearsal).toMatchObject({
      outcome: 'would-load',
      changes: [{ pack: 'riverton', added: ['added'], removed: ['removed'], changed: ['old'] }],
      revised: [
        { ref: old.ref, revision: claimToRevision(changed).revision },
        { ref: removed.ref, revision: undefined },
      ],
    });
    expect(await library.rehearse()).toMatchObject({
      outcome: 'would-fail',
      mistakes: [{ line: 3 }],
    });
    expect(library.current).toBe(before);
    expect(library.files).toEqual({ state: 'used' });
    expect(records.map(({ by }) => by)).toEqual(['start']);
  });

  test('that brings another wording would make no answer wrong', async () => {
    const { library } = await libraryOver(
      reading(old),
      reading({ ...old, wordings: ['Another.'] }),
    );
    expect(await library.rehearse()).toMatchObject({
      changes: [{ changed: ['old'] }],
      revised: [],
    });
  });
});

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

describe('finding a claim by its id', () => {
  test.each(['riverton/old', 'old', ' OLD '])('%s', async (name) => {
    const { library } = await libraryOver(reading(old, added));
    expect(library.current.lookup(name)).toMatchObject({
      outcome: 'match',
      claim: { ref: 'riverton/old' },
    });
  });
});

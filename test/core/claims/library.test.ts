import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { type Library, openLibrary, type PackReading } from '../../../src/core/claims/library.ts';
import type { LastGood, ReloadRecord } from '../../../src/core/claims/reload-history.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { createForgetfulHistory, createLastGood, rivertonPack } from '../../support/test-bot.ts';
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
  return libraryAfter(createLastGood(), ...readings);
}

async function libraryAfter(
  lastGood: LastGood,
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
    createMatcher,
    history: {
      record: async (reload) => void records.unshift(reload),
      recent: async (limit) => records.slice(0, limit),
    },
    lastGood,
    clock: testClock,
  });
  return { library, records, reads: () => reads };
}

const old = aClaim({ id: 'old', claim: 'The harbour bridge opened in 1932.', wordings: [] });
const added = aClaim({ id: 'added', claim: 'The library has nine floors.', wordings: [] });
const changed = aClaim({ ...old, summary: 'Rewritten.' });

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
      createMatcher,
      history: createForgetfulHistory(),
      lastGood: createLastGood(),
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
      createMatcher: (statements) => {
        built += 1;
        return createMatcher(statements);
      },
      history: createForgetfulHistory(),
      lastGood: createLastGood(),
      clock: testClock,
    });
    if (after.length === 2) await library.reload('console:a');
    expect(library.current.claims.map(({ id }) => id)).toEqual(after);
    const before = built;
    expect(await library.reload('console:a')).toEqual({ outcome: 'loaded', changes });
    expect(built).toBe(before);
    expect(library.current.claims.map(({ id }) => id)).toEqual(['old']);
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
    expect(library.current.claims.map(({ id }) => id)).toEqual(['added']);
    expect(before.claims.map(({ id }) => id)).toEqual(['old']);
  });

  test('is undone with one step, even after a reload that changed nothing', async () => {
    const { library, records } = await libraryOver(
      reading(old),
      reading(changed, added),
      reading(changed, added),
    );
    await library.reload('console:a');
    await library.reload('console:a');
    expect(await library.undo('console:a')).toEqual([
      { pack: 'riverton', added: [], removed: ['added'], changed: ['old'] },
    ]);
    expect(library.current.claims).toEqual([old]);
    await expect(library.undo('console:a')).rejects.toThrow('admin.nothingToUndo');
    expect(records.map(({ by, result }) => `${by} ${result}`)).toEqual([
      'console:a undone',
      'console:a loaded',
      'console:a loaded',
      'start loaded',
    ]);
  });

  test('cannot be undone when there was none', async () => {
    const { library } = await libraryOver(reading(old));
    await expect(library.undo('console:a')).rejects.toThrow('admin.nothingToUndo');
  });

  test('is refused at the start when a pack is broken: there is nothing to fall back on', async () => {
    await expect(libraryOver(broken)).rejects.toMatchObject({ mistakes: [{ line: 3 }] });
  });
});

describe('starting', () => {
  test('knows whether the packs were edited since the last run', async () => {
    const lastGood = createLastGood();
    const first = await libraryAfter(lastGood, reading(old));
    expect(first.library.changedSinceLastRun).toBe(false);
    const second = await libraryAfter(lastGood, reading(old), reading(old, added));
    expect(second.library.changedSinceLastRun).toBe(false);
    await second.library.reload('console:a');
    const third = await libraryAfter(lastGood, reading(old));
    expect(third.library.changedSinceLastRun).toBe(true);
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

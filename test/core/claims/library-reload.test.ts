import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src/core/claims/open-library.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import {
  added,
  broken,
  changed,
  libraryOver,
  old,
  reading,
  removed,
} from '../../support/library-over.ts';
import { createLibraryParts } from '../../support/library-parts.ts';

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
      ...(await createLibraryParts()),
      read: async () => {
        reads += 1;
        if (reads === 2) throw new Error('disk on fire');
        return reads === 1 ? reading(old) : reading(old, added);
      },
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
      ...(await createLibraryParts()),
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

import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import { readSnapshot, readSnapshotKey, writeSnapshot } from '../../src/loading/snapshot.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { copyPacks, edit, goodPacks, today } from '../storage/packs/edited-packs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const key = { fingerprint: 'a', code: 'b' };
const content = {
  parts: [{ packs: ['ü'] }, ['one', 'two'], []],
  arrays: {
    one: Uint8Array.of(1, 2, 3),
    group: {
      two: Float32Array.of(0.5, -1),
      three: BigUint64Array.of(2n ** 63n),
      inner: { four: new Uint32Array() },
    },
  },
};

test('a snapshot comes back as it was written, for the claims and the code it was made of alone', async () => {
  const path = `${await temporaryFolder()}/new/claims.snapshot`;
  expect(await readSnapshotKey(path)).toBeUndefined();
  await writeSnapshot(path, key, content);
  expect(await readSnapshotKey(path)).toMatchObject(key);
  expect(await readSnapshot(path, key)).toEqual(content);
  expect(await readSnapshot(path, { ...key, fingerprint: 'c' })).toBeUndefined();
  expect(await readSnapshot(path, { ...key, code: 'c' })).toBeUndefined();
});

test('a snapshot that is torn or changed anywhere is none', async () => {
  const path = `${await temporaryFolder()}/claims.snapshot`;
  await writeSnapshot(path, key, content);
  const whole = await readFile(path);
  const head = whole.indexOf('} ') + 1;
  const places = fc.nat(whole.length - 1).filter((place) => place < head || place >= 64 * 1024);
  await fc.assert(
    fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ change;
      await writeFile(path, changed);
      const read = await readSnapshot(path, key);
      if (read !== undefined) expect(read).toEqual(content);
      await writeFile(path, whole.subarray(0, place));
      expect(await readSnapshot(path, key)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('a start takes the snapshot, and one that is of other claims or torn is made anew', async () => {
  const dir = await copyPacks();
  const snapshot = `${await temporaryFolder()}/claims.snapshot`;
  const load = () => loadPacksApart(dir, today, [], { snapshot });
  const written = async () => (await stat(snapshot)).ino;
  const first = await load();
  const before = await written();
  expect(await load()).toEqual(first);
  expect(await written()).toBe(before);

  await truncate(snapshot, 100_000);
  expect(await load()).toEqual(first);
  const mended = await written();
  expect(mended).not.toBe(before);

  await edit(
    `${dir}/saltmarsh/claims/bridge-opened-1911.yaml`,
    'opened in 1911.',
    'was opened in 1911.',
  );
  expect(await load()).toMatchObject(await readPacks(dir, today));
  expect(await written()).not.toBe(mended);
});

test('a snapshot that can not be written keeps nobody from starting', async () => {
  const reading = await loadPacksApart(goodPacks, today, [], {
    snapshot: '/dev/null/claims.snapshot',
  });
  expect(reading).toMatchObject(await readPacks(goodPacks, today));
});

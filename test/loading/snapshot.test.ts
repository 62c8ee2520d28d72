import { writeFileSync } from 'node:fs';
import { appendFile, cp, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepLoad, openKeptLoad } from '../../src/loading/kept-load.ts';
import { loadPacks } from '../../src/loading/load-packs.ts';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import type { LoadingMessage } from '../../src/loading/loading-message.ts';
import { prepareLoad } from '../../src/loading/prepare-load.ts';
import { openSnapshot, type Snapshot, writeSnapshot } from '../../src/loading/snapshot.ts';
import { readPacks, readTracedPacks } from '../../src/storage/packs/pack-reader.ts';
import { copyPacks, edit, goodPacks, today } from '../storage/packs/edited-packs.ts';
import { readingAsData } from '../support/packs-as-data.ts';
import { addTablePack } from '../support/table-pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const key = { fingerprint: 'a', code: 'b' };
const content = {
  first: { packs: ['ü'] },
  groups: {
    one: { bytes: Uint8Array.of(1, 2, 3) },
    other: {
      two: Float32Array.of(0.5, -1),
      three: BigUint64Array.of(2n ** 63n),
      inner: { four: new Uint32Array() },
    },
  },
};

async function groupsIn(snapshot: Snapshot | undefined) {
  return { one: snapshot?.group('one'), other: snapshot?.group('other') };
}

test('a snapshot comes back as it was written, with what it was made of and by', async () => {
  const path = `${await temporaryFolder()}/new/claims.snapshot`;
  expect(openSnapshot(path)).toBeUndefined();
  await writeSnapshot(path, key, content);
  const snapshot = openSnapshot(path);
  expect(snapshot).toMatchObject(key);
  expect(snapshot?.first()).toEqual(content.first);
  expect(await groupsIn(snapshot)).toEqual(content.groups);
});

test('groups that are brought while something else is done are the same, again and again, and none comes damaged', async () => {
  const path = `${await temporaryFolder()}/claims.snapshot`;
  await writeSnapshot(path, key, content);
  const snapshot = openSnapshot(path);
  await snapshot?.bring(['one', 'other', 'none']);
  expect(await groupsIn(snapshot)).toEqual(content.groups);
  const [handedOver] = Object.values(snapshot?.group('one') ?? {});
  expect(handedOver).toEqual(content.groups.one.bytes);
  const [again] = Object.values(snapshot?.group('one') ?? {});
  expect(again).toEqual(handedOver);
  expect(again).not.toBe(handedOver);

  const torn = await readFile(path);
  torn[torn.length - 1] = (torn.at(-1) ?? 0) ^ 1;
  await writeFile(path, torn);
  await snapshot?.bring(['one', 'other']);
  expect(await groupsIn(snapshot)).toEqual({ one: content.groups.one, other: undefined });

  // What is still under way when it is closed comes too late.
  const late = snapshot?.bring(['one']);
  snapshot?.close();
  await late;
  expect(snapshot?.group('one')).toBeUndefined();
});

test('of a snapshot that is torn or changed anywhere nothing is taken but what is whole', async () => {
  const path = `${await temporaryFolder()}/claims.snapshot`;
  await writeSnapshot(path, key, content);
  const whole = await readFile(path);
  const head = whole.indexOf('} ') + 1;
  const places = fc.nat(whole.length - 1).filter((place) => place < head || place >= 64 * 1024);
  const taken = async () => {
    const snapshot = openSnapshot(path);
    return { snapshot, first: snapshot?.first(), groups: await groupsIn(snapshot) };
  };
  await fc.assert(
    fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ change;
      await writeFile(path, changed);
      const read = await taken();
      if (read.snapshot) expect(read.snapshot).toMatchObject(key);
      if (read.first !== undefined) expect(read.first).toEqual(content.first);
      const { one, other } = read.groups;
      if (one !== undefined) expect(one).toEqual(content.groups.one);
      if (other !== undefined) expect(other).toEqual(content.groups.other);
      await writeFile(path, whole.subarray(0, place));
      expect((await taken()).snapshot).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('a snapshot that another one has taken the place of since goes on giving what it held, until it is closed', async () => {
  const path = `${await temporaryFolder()}/claims.snapshot`;
  await writeSnapshot(path, key, content);
  const snapshot = openSnapshot(path);
  await writeSnapshot(path, { ...key, fingerprint: 'c' }, content);
  expect(snapshot?.first()).toEqual(content.first);
  expect(await groupsIn(snapshot)).toEqual(content.groups);
  snapshot?.close();
  expect(snapshot?.first()).toBeUndefined();
  expect(snapshot?.group('one')).toBeUndefined();
});

test('a start takes the snapshot, and one that is of other claims or torn is made anew', {
  timeout: 60_000,
}, async () => {
  const dir = await copyPacks();
  const snapshot = `${await temporaryFolder()}/claims.snapshot`;
  const load = async () => readingAsData(await loadPacksApart(dir, today, [], { snapshot }));
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
  expect(await load()).toMatchObject(readingAsData(await readPacks(dir, today)));
  // That is kept once it is handed over.
  await vi.waitFor(async () => expect(await written()).not.toBe(mended));
});

test('what is damaged where only a change needs it is not taken over by that', async () => {
  const dir = await copyPacks();
  const place = { path: `${await temporaryFolder()}/claims.snapshot`, dir };
  const { reading, traces } = await readTracedPacks(dir, today, {});
  if (!reading.ok || 'held' in reading) throw new Error('The packs hold mistakes.');
  await keepLoad(place, key.code, prepareLoad(reading), traces);
  const bytes = await readFile(place.path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(place.path, bytes);
  await edit(`${dir}/saltmarsh/claims/bridge-opened-1911.yaml`, 'opened in', 'was opened in');

  const kept = openKeptLoad(place, key.code);
  expect(kept?.fingerprint).toBe(reading.fingerprint);
  expect(await kept?.load()).toMatchObject({ packs: reading.packs.map(() => expect.anything()) });
  const earlier = await kept?.earlier();
  expect(earlier?.readings()).toEqual([]);
  const { reading: changed } = await readTracedPacks(dir, today, { known: kept?.known });
  const anew = await readPacks(dir, today);
  expect(readingAsData(changed)).toEqual(anew);
  if (!changed.ok || 'held' in changed || !anew.ok) throw new Error('The packs hold mistakes.');
  const [over, whole] = [prepareLoad(changed, earlier), prepareLoad(anew)];
  expect({ ...over, readings: over.readings() }).toEqual({ ...whole, readings: whole.readings() });
});

test('what was overtaken while it was written does not take the place of what is newer', async () => {
  const path = `${await temporaryFolder()}/claims.snapshot`;
  await writeSnapshot(path, key, content, () => {
    writeFileSync(path, 'later');
    return true;
  });
  expect(await readFile(path, 'utf8')).toBe('later');
  await writeSnapshot(path, key, content, () => false);
  expect(openSnapshot(path)).toMatchObject(key);
});

test('warnings of packs that lie elsewhere by now name them there, and an address stays as it is', async () => {
  const dir = await copyPacks();
  await addTablePack(dir);
  const [address, table] = [`https://town.example${dir}/checks.csv`, `${dir}/town/checks.csv`];
  await appendFile(table, ',False,https://desk.example/nothing\n');
  await cp(`${dir}/town`, `${dir}/feed`, { recursive: true });
  await edit(`${dir}/feed/pack.yaml`, 'name: town', 'name: feed');
  await edit(`${dir}/feed/pack.yaml`, 'claims: checks.csv', `claims: ${address}`);
  const copies = { [address]: { path: table, kind: 'table', digest: 'a' } } as const;
  const snapshot = `${await temporaryFolder()}/claims.snapshot`;
  const elsewhere = `${await temporaryFolder()}/packs`;
  await cp(dir, elsewhere, { recursive: true, preserveTimestamps: true });
  const load = async (where: string) => {
    let told: LoadingMessage | undefined;
    const order = { dir: where, today, held: [], copies, snapshot, keepAfterMs: 0 };
    const tell = (message: LoadingMessage): void => {
      told = message;
    };
    await loadPacks(order, tell, () => {});
    return told?.kind === 'packs' ? told.warnings : undefined;
  };
  const read = async (where: string) => {
    const reading = await readPacks(where, today, { copies });
    return reading.ok && !('held' in reading) ? reading.warnings : undefined;
  };

  expect(new Set((await load(dir))?.map(({ file }) => file))).toEqual(new Set([address, table]));
  // As for a bot that was started in the folder of its packs.
  const here = vi.spyOn(process, 'cwd');
  onTestFinished(() => here.mockRestore());
  for (const where of [elsewhere, dir]) {
    here.mockReturnValue(where);
    expect(await load(where)).toEqual(await read(where));
    here.mockReturnValue('/');
    expect(await load(where)).toEqual(await read(where));
  }
});

test('a snapshot that can not be written keeps nobody from starting', async () => {
  const reading = await loadPacksApart(goodPacks, today, [], {
    snapshot: '/dev/null/claims.snapshot',
  });
  expect(readingAsData(reading)).toMatchObject(readingAsData(await readPacks(goodPacks, today)));
});

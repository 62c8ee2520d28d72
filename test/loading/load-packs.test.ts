import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadPacks } from '../../src/loading/load-packs.ts';
import type { LoadingMessage } from '../../src/loading/loading-message.ts';
import { openSnapshot } from '../../src/loading/snapshot.ts';
import { copyPacks, edit, today } from '../storage/packs/edited-packs.ts';
import { addLongTable, lineOf } from '../support/table-pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Packs with a place for what was loaded of them, and what a loading tells. */
async function packsToLoad() {
  const dir = await copyPacks();
  const snapshot = `${await temporaryFolder()}/claims.snapshot`;
  const order = { dir, today, held: [], copies: {}, snapshot, keepAfterMs: 0 };
  /** What is told, and what the snapshot held then. */
  const load = async (onTold = () => {}, isOutdated = () => false) => {
    let told: LoadingMessage | undefined;
    let keptThen: Buffer | undefined;
    await loadPacks(
      order,
      (message, moved = []) => {
        // As it goes to another thread.
        told = structuredClone(message, { transfer: [...moved] });
        keptThen = readFileSync(snapshot);
        onTold();
      },
      () => {},
      isOutdated,
    );
    return { told, keptThen };
  };
  const changeClaim = () =>
    edit(`${dir}/saltmarsh/claims/bridge-opened-1911.yaml`, 'opened in', 'was opened in');
  return { load, changeClaim, snapshot, dir };
}

test('what changed is handed over before it is kept, and is kept as if it had been read anew', async () => {
  const { load, changeClaim, snapshot } = await packsToLoad();
  await load();
  const before = await readFile(snapshot);
  await changeClaim();
  const { told, keptThen } = await load();
  expect(keptThen).toEqual(before);
  const kept = await readFile(snapshot);
  expect(kept).not.toEqual(before);
  await writeFile(snapshot, 'nothing');
  expect((await load()).told).toEqual(told);
  expect((await readFile(snapshot)).equals(kept)).toBe(true);
});

test('what was read for the first time is kept before anybody goes on with it', async () => {
  const { load, snapshot } = await packsToLoad();
  const { keptThen } = await load();
  expect(keptThen).toEqual(await readFile(snapshot));
});

test('a thread that dies before it has kept what it handed over leaves what was kept before, which is known to be outdated', async () => {
  const { load, changeClaim, snapshot } = await packsToLoad();
  await load();
  const before = await openSnapshot(snapshot);
  await changeClaim();
  await expect(
    load(() => {
      throw new Error('Killed.');
    }),
  ).rejects.toThrow('Killed.');
  expect((await openSnapshot(snapshot))?.fingerprint).toBe(before?.fingerprint);
  const { told } = await load();
  const fingerprint = told?.kind === 'packs' ? told.fingerprint : undefined;
  expect(fingerprint).not.toBe(before?.fingerprint);
  expect((await openSnapshot(snapshot))?.fingerprint).toBe(fingerprint);
});

test('of more than a thousand claims one that changed is handed over before it is kept, too, and kept as if all had been read anew', async () => {
  const { load, snapshot, dir } = await packsToLoad();
  await addLongTable(dir, 1100);
  await load();
  const before = await readFile(snapshot);
  for (const change of [
    () => edit(`${dir}/town/checks.csv`, lineOf(7), lineOf(2007)),
    // On another shelf, so that this one stays as it was.
    () => edit(`${dir}/saltmarsh/claims/bridge-opened-1911.yaml`, 'opened in', 'was opened in'),
  ]) {
    const keptBefore = await readFile(snapshot);
    await change();
    const { told, keptThen } = await load();
    expect(keptThen?.equals(keptBefore)).toBe(true);
    const kept = await readFile(snapshot);
    expect(kept.equals(keptBefore)).toBe(false);
    await writeFile(snapshot, 'nothing');
    expect(contentOf((await load()).told)).toEqual(contentOf(told));
    expect((await readFile(snapshot)).equals(kept)).toBe(true);
  }
  expect((await readFile(snapshot)).equals(before)).toBe(false);
});

test('what something else has been loaded after is not kept', async () => {
  const { load, snapshot, dir } = await packsToLoad();
  await addLongTable(dir, 1100);
  await load();
  const before = await readFile(snapshot);
  await edit(`${dir}/town/checks.csv`, lineOf(7), lineOf(2007));
  await load(
    () => {},
    () => true,
  );
  expect((await readFile(snapshot)).equals(before)).toBe(true);
});

/** What was told of packs, however the thread goes on. */
function contentOf(told: LoadingMessage | undefined) {
  if (told?.kind !== 'packs') throw new Error('No packs were told.');
  const { isKeptLater: _, ...content } = told;
  return content;
}

const bridges = 'saltmarsh/claims/bridge';

/** Files of many claims, and a table of many. */
async function addMany(dir: string): Promise<void> {
  const folder = `${dir}/saltmarsh/claims`;
  const bridge = parse(await readFile(`${folder}/bridge-opened-1911.yaml`, 'utf8'));
  for (let place = 0; place < 60; place += 1) {
    const claim = `Bridge number ${place} opened in 1911.`;
    const copy = { ...bridge, id: `bridge-${place}`, claim, wordings: [], nearMisses: [] };
    await writeFile(`${folder}/bridge-${place}.yaml`, stringify(copy));
  }
  await addLongTable(dir, 60);
}

test.each([
  [
    'of many files is another',
    (dir: string) => edit(`${dir}/${bridges}-7.yaml`, 'number 7', 'number 7b'),
  ],
  ['of many files is added', (dir: string) => copyClaim(dir, 'bridge-7', 'bridge-7b')],
  ['of many files is gone', (dir: string) => rm(`${dir}/${bridges}-7.yaml`)],
  [
    'of a table is another',
    (dir: string) => edit(`${dir}/town/checks.csv`, lineOf(7), lineOf(1007)),
  ],
  [
    'of a table is added',
    (dir: string) => edit(`${dir}/town/checks.csv`, lineOf(7), lineOf(7) + lineOf(1007)),
  ],
  ['of a table is gone', (dir: string) => edit(`${dir}/town/checks.csv`, lineOf(7), '')],
])(
  'where one %s, others are unpacked only where they are packed with it, and all is as if read anew',
  async (_, change) => {
    const { load, snapshot, dir } = await packsToLoad();
    await addMany(dir);
    await load();
    await change(dir);
    const parsed = vi.spyOn(JSON, 'parse');
    onTestFinished(() => parsed.mockRestore());
    const { told } = await load();
    const unpacked = parsed.mock.calls.filter(([text]) => String(text).startsWith('{"id":'));
    // Of a hundred and twenty; at most 32 are packed together.
    expect(unpacked.length).toBeLessThan(64);
    const kept = await readFile(snapshot);
    await writeFile(snapshot, 'nothing');
    expect((await load()).told).toEqual(told);
    expect((await readFile(snapshot)).equals(kept)).toBe(true);
  },
);

async function copyClaim(dir: string, from: string, to: string): Promise<void> {
  const folder = `${dir}/saltmarsh/claims`;
  const claim = await readFile(`${folder}/${from}.yaml`, 'utf8');
  await writeFile(
    `${folder}/${to}.yaml`,
    claim.replace(/number \d+/, 'number 7b').replace(from, to),
  );
}

import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadPacks } from '../../src/loading/load-packs.ts';
import type { LoadingMessage } from '../../src/loading/loading-message.ts';
import { openSnapshot } from '../../src/loading/snapshot.ts';
import { copyPacks, edit, today } from '../storage/packs/edited-packs.ts';
import { addTablePack } from '../support/table-pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Packs with a place for what was loaded of them, and what a loading tells. */
async function packsToLoad() {
  const dir = await copyPacks();
  const snapshot = `${await temporaryFolder()}/claims.snapshot`;
  const order = { dir, today, held: [], copies: {}, snapshot };
  /** What is told, and what the snapshot held then. */
  const load = async (onTold = () => {}) => {
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

const lineOf = (place: number) => `Gull ${place} can read.,False,https://desk.example/${place}\n`;

test('of more than a thousand claims one that changed is had anew by each load, and kept with the next that changes', async () => {
  const { load, snapshot, dir } = await packsToLoad();
  await addTablePack(dir);
  const rows = Array.from({ length: 1100 }, (_, place) => lineOf(place));
  await writeFile(`${dir}/town/checks.csv`, `claim,rating,url\n${rows.join('')}`);
  await load();
  const before = await readFile(snapshot);
  await edit(`${dir}/town/checks.csv`, lineOf(7), lineOf(2007));
  const { told } = await load();
  expect((await load()).told).toEqual(told);
  expect((await readFile(snapshot)).equals(before)).toBe(true);

  await edit(`${dir}/town/checks.csv`, lineOf(8), lineOf(2008));
  const { told: next } = await load();
  const kept = await readFile(snapshot);
  expect(kept.equals(before)).toBe(false);
  await writeFile(snapshot, 'nothing');
  expect((await load()).told).toEqual(next);
  expect((await readFile(snapshot)).equals(kept)).toBe(true);
});

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
  await addTablePack(dir);
  const rows = Array.from({ length: 60 }, (_, place) => lineOf(place));
  await writeFile(`${dir}/town/checks.csv`, `claim,rating,url\n${rows.join('')}`);
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

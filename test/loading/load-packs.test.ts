import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadPacks } from '../../src/loading/load-packs.ts';
import type { LoadingMessage } from '../../src/loading/loading-message.ts';
import { openSnapshot } from '../../src/loading/snapshot.ts';
import { copyPacks, edit, today } from '../storage/packs/edited-packs.ts';
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
  return { load, changeClaim, snapshot };
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

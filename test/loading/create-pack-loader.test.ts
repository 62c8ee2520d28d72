import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createPackLoader } from '../../src/loading/create-pack-loader.ts';
import { openSnapshot } from '../../src/loading/snapshot.ts';
import { copyPacks, edit, today } from '../storage/packs/edited-packs.ts';
import { addLongTable, lineOf } from '../support/table-pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const module = new URL('../../src/loading/create-pack-loader.ts', import.meta.url);

/** Packs of more than a thousand claims that were loaded once, and what changes one of their claims. */
async function loadedPacks() {
  const dir = await copyPacks();
  await addLongTable(dir, 1100);
  const snapshot = `${await temporaryFolder()}/var/claims.snapshot`;
  const loader = (keepAfterMs: number, spareAfterMs = 3_600_000) => {
    const load = createPackLoader(snapshot, { keepAfterMs, spareAfterMs });
    return async (held: readonly string[]) => {
      const reading = await load(dir, today, held, {});
      if (!reading.ok) throw new Error('The packs hold mistakes.');
      return 'held' in reading ? reading.held : reading.fingerprint;
    };
  };
  const first = await loader(0)([]);
  const change = (number: number) =>
    edit(`${dir}/town/checks.csv`, lineOf(number), lineOf(number + 2000));
  return { dir, snapshot, loader, first, change };
}

/** Of which packs a snapshot is; all of it must be whole. */
function keptIn(path: string): string | undefined {
  const snapshot = openSnapshot(path);
  for (const group of ['claims', 'tables', 'store0', 'store1', 'readings']) {
    expect(snapshot?.group(group)).toBeDefined();
  }
  snapshot?.close();
  return snapshot?.fingerprint;
}

/** Another program that loads the packs and says so; it has nothing else to do, or goes on. */
async function loadElsewhere(
  dir: string,
  snapshot: string,
  { keepAfterMs, goesOn = false }: { keepAfterMs: number; goesOn?: boolean },
): Promise<ChildProcess> {
  const code = `
    const { createPackLoader } = await import('${module.href}');
    const load = createPackLoader('${snapshot}', { keepAfterMs: ${keepAfterMs} });
    const reading = await load('${dir}', '${today}', [], {});
    console.log(reading.fingerprint);
    if (${goesOn}) process.stdin.resume();
  `;
  const args = ['--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function saidBy(child: ChildProcess): Promise<string> {
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return String(said).trim();
}

test('the next start finds a little that has changed as it was loaded', {
  timeout: 180_000,
}, async () => {
  const { snapshot, loader, first, change } = await loadedPacks();
  const load = loader(0);
  await change(1);
  const second = await load([first]);
  expect(second).not.toBe(first);
  await vi.waitFor(() => expect(keptIn(snapshot)).toBe(second), 120_000);
});

test('of changes that follow each other at once the last is kept, also where nothing has changed after it', {
  timeout: 180_000,
}, async () => {
  const { snapshot, loader, first, change } = await loadedPacks();
  const load = loader(500);
  await change(1);
  const second = await load([first]);
  await change(2);
  const third = await load([first, second]);
  expect(await load([third])).toBe(third);
  // On a machine that does much else the second one may have been kept before there was a third.
  await vi.waitFor(() => expect(keptIn(snapshot)).toBe(third), 120_000);
});

/** The threads that were started since this was called. */
function threadsStarted(): readonly Worker[] {
  const started: Worker[] = [];
  const note = (worker: Worker) => void started.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  return started;
}

test('a reload finds its thread started since the load before it, and starts another where that one has ended', {
  timeout: 180_000,
}, async () => {
  const { loader, first, change } = await loadedPacks();
  const started = threadsStarted();
  const load = loader(0, 0);
  expect(await load([first])).toBe(first);
  await vi.waitFor(() => expect(started).toHaveLength(2), 120_000);
  await change(1);
  const second = load([first]);
  // Node tells of a new thread right after it was made.
  await setImmediate();
  expect(started).toHaveLength(2);
  expect(await second).not.toBe(first);
  await vi.waitFor(() => expect(started).toHaveLength(3), 120_000);
  await started[2]?.terminate();
  const third = load([await second]);
  await setImmediate();
  expect(started).toHaveLength(4);
  expect(await third).toBe(await second);
});

test('what a reload leaves as it was is what was held before, and all answers as if read anew', {
  timeout: 180_000,
}, async () => {
  const { dir, snapshot, change } = await loadedPacks();
  const load = createPackLoader(snapshot, { keepAfterMs: 0 });
  const read = async (held: readonly string[]) => {
    const reading = await load(dir, today, held, {});
    if (!reading.ok || 'held' in reading) throw new Error('No packs were read.');
    return reading;
  };
  const bridge = `${dir}/saltmarsh/claims/bridge-opened-1911.yaml`;
  const changes = [
    // Of the first shelf no word to be found by, of the second all.
    () => edit(bridge, '\nsummary: ', '\nsummary: Again. '),
    () => change(1),
    () => edit(bridge, 'opened in', 'was opened in'),
    // The same of more than one claim in a thousand, of which copies are handed over.
    async () => {
      await edit(bridge, '\nsummary: Again. ', '\nsummary: Once more. ');
      await change(2);
      await change(3);
    },
    async () => {
      await edit(bridge, 'was opened in', 'opened in');
      await edit(
        `${dir}/saltmarsh/claims/council-bans-gulls.yaml`,
        'banned gulls',
        'forbidden gulls',
      );
    },
  ];
  const shared: boolean[][] = [];
  let before = await read([]);
  for (const one of changes) {
    await one();
    const after = await read([before.fingerprint]);
    const stores = (reading: typeof after) => reading.prepared?.map((shelf) => shelf?.store) ?? [];
    shared.push(stores(after).map((store, shelf) => store === stores(before)[shelf]));
    const elsewhere = `${await temporaryFolder()}/claims.snapshot`;
    const anew = await createPackLoader(elsewhere)(dir, today, [], {});
    if (!anew.ok || 'held' in anew) throw new Error('No packs were read.');
    expect(after.prepared).toEqual(anew.prepared);
    await vi.waitFor(() => expect(keptIn(snapshot)).toBe(after.fingerprint), 120_000);
    // As kept, too.
    const kept = await createPackLoader(snapshot)(dir, today, [], {});
    expect('prepared' in kept && kept.prepared).toEqual(anew.prepared);
    before = after;
  }
  expect(shared).toEqual([
    [true, true],
    [true, false],
    [false, true],
    [true, false],
    [false, true],
  ]);
});

test('a program that ends does not wait for what is still to be kept', {
  timeout: 180_000,
}, async () => {
  const { dir, snapshot, first, change } = await loadedPacks();
  await change(1);
  const child = await loadElsewhere(dir, snapshot, { keepAfterMs: 3_600_000 });
  const ended = once(child, 'exit');
  expect(await saidBy(child)).not.toBe(first);
  expect(await ended).toEqual([0, null]);
  expect(keptIn(snapshot)).toBe(first);
});

test('who is killed while a change is kept leaves what was kept before or the change, whole', {
  timeout: 300_000,
}, async () => {
  const { dir, snapshot, first, change } = await loadedPacks();
  await change(1);
  const before = await readFile(snapshot);
  for (const afterMs of [0, 50, 100, 150, 200, 300]) {
    await writeFile(snapshot, before);
    const child = await loadElsewhere(dir, snapshot, { keepAfterMs: 0, goesOn: true });
    const second = await saidBy(child);
    await setTimeout(afterMs);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect([first, second]).toContain(keptIn(snapshot));
  }
  const child = await loadElsewhere(dir, snapshot, { keepAfterMs: 3_600_000 });
  await once(child, 'exit');
  expect(await readdir(dirname(snapshot))).toEqual(['claims.snapshot']);
});

import { chmod, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { reportsKeptForMs } from '../../../src/storage/state/kept-reports.ts';
import { startOwnRedis } from '../../support/redis.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createClock } from './clock.ts';
import { openState } from './state-kinds.ts';
import { readRaw } from './store/raw-store.ts';

const report = (text: string) =>
  ({ at: '2026-11-22T12:00:00.000Z', ref: 'riverton/bridge', text }) as const;

/** Whether a text is among the bytes of a folder's files, where whoever steals them can read it. */
async function holds(folder: string, text: string): Promise<boolean> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return files.some((bytes) => bytes.includes(text));
}

const marks = Array.from({ length: 200 }, (_, index) => `quokka-${index}-${'x'.repeat(200)}`);

test('what has expired is in no byte of the files, though nothing is written any more', async () => {
  const folder = await temporaryFolder();
  const { now, pass } = createClock();
  const state = await openState(`sqlite:${folder}/state.db`, { clock: now, tidyEveryMs: 20 });
  for (const mark of marks) {
    await state.reports.add(report(mark));
    await state.deliveries.claim(mark);
  }
  expect(await holds(folder, 'quokka-0-')).toBe(true);
  pass(reportsKeptForMs + 1);
  await vi.waitFor(async () => expect(await holds(folder, 'quokka')).toBe(false), 10_000);
});

test('what was removed is in no byte of the files', async () => {
  const folder = await temporaryFolder();
  const { now } = createClock();
  const state = await openState(`sqlite:${folder}/state.db`, { clock: now, tidyEveryMs: 20 });
  for (const index of marks.keys()) await state.blocked.add(`slack:UQUOKKA${index}`);
  for (const index of marks.keys()) await state.blocked.remove(`slack:UQUOKKA${index}`);
  await vi.waitFor(async () => expect(await holds(folder, 'QUOKKA')).toBe(false), 10_000);
});

test('what an earlier version removed is gone after the first start', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'state.db');
  const old = new DatabaseSync(path);
  old.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = OFF; CREATE TABLE theirs (text)');
  const insert = old.prepare('INSERT INTO theirs VALUES (?)');
  for (const mark of marks) insert.run(mark);
  old.exec('DELETE FROM theirs');
  old.close();
  expect(await holds(folder, 'quokka')).toBe(true);
  await openState(`sqlite:${path}`);
  expect(await holds(folder, 'quokka')).toBe(false);
});

test('a file gives back to the disk what it needs no more', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'state.db');
  const { now, pass } = createClock();
  const state = await openState(`sqlite:${path}`, { clock: now, tidyEveryMs: 20 });
  const { size: atFirst } = await stat(path);
  for (const mark of marks) await state.reports.add(report(mark.repeat(10)));
  await vi.waitFor(async () => expect((await stat(path)).size).toBeGreaterThan(300_000), 10_000);
  pass(reportsKeptForMs + 1);
  await vi.waitFor(async () => expect((await stat(path)).size).toBeLessThan(2 * atFirst), 10_000);
});

test('files and folders are for nobody but their owner, those of an earlier version too', async () => {
  const folder = await temporaryFolder();
  const modeOf = async (name: string) =>
    ((await stat(join(folder, name))).mode & 0o777).toString(8);
  const { reports, close } = await openState(`sqlite:${folder}/a/b/state.db`);
  await reports.add(report('a quokka'));
  expect(await Promise.all(['a', 'a/b'].map(modeOf))).toEqual(['700', '700']);
  const files = ['', '-wal', '-shm'].map((end) => `a/b/state.db${end}`);
  expect(await Promise.all(files.map(modeOf))).toEqual(['600', '600', '600']);
  await close();
  await chmod(join(folder, 'a/b/state.db'), 0o644);
  await openState(`sqlite:${folder}/a/b/state.db`);
  expect(await Promise.all(files.map(modeOf))).toEqual(['600', '600', '600']);
});

test('what has expired is in no key of Redis, though nothing is written any more', async () => {
  const server = await startOwnRedis();
  onTestFinished(() => server.stop());
  const { ledger } = await openState(server.url, { tidyEveryMs: 20 });
  for (const mark of marks) await ledger.put(`notes ${mark}`, {}, 1);
  await vi.waitFor(async () => expect(await readRaw(server.url)).not.toContain('quokka'), 10_000);
});

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src/core/claims/open-library.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { readGuarded, readGuardedSync } from '../../../src/storage/packs/guarded-files.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { readPacksApart } from '../../../src/storage/packs/read-packs-apart.ts';
import { createState } from '../../../src/storage/state/state.ts';
import { prepareInPlace } from '../../support/prepare-in-place.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testClock } from '../../support/test-day.ts';
import { copyPacks, goodPacks, mistakesIn, today } from './edited-packs.ts';

const claims = 'saltmarsh/claims';
const secret = 'DISCORD_TOKEN=MTIzNDU2Nzg5MDEyMzQ1Njc4.secret\nSLACK_BOT_TOKEN: xoxb-1234\n';
const leadsOut = "leads out of the pack's folder: put what it leads to in its place, or remove it";

const makePipe = (path: string) => promisify(execFile)('mkfifo', [path]);

test('no link leads out of a pack, and nothing of what lies there is told', async () => {
  const outside = await temporaryFolder();
  await writeFile(`${outside}/.env`, secret);
  await mkdir(`${outside}/private`);
  await writeFile(`${outside}/private/unpublished-affair.yaml`, 'secret: yes');
  const dir = await copyPacks();
  await symlink(`${outside}/.env`, `${dir}/${claims}/a1.yaml`);
  await symlink('/dev/zero', `${dir}/${claims}/a2.yaml`);
  await symlink('/proc/self/environ', `${dir}/${claims}/a3.yaml`);
  await symlink(outside, `${dir}/.inside`);
  await symlink('../../.inside/.env', `${dir}/${claims}/a4.yaml`);
  await mkdir(`${dir}/linked`);
  await symlink(`${outside}/.env`, `${dir}/linked/pack.yaml`);
  await symlink(`${outside}/private`, `${dir}/linked/claims`);
  expect(await mistakesIn(dir)).toEqual([
    `linked/claims:1:1 folder: ${leadsOut}`,
    `linked/pack.yaml:1:1 file: ${leadsOut}`,
    ...['a1', 'a2', 'a3', 'a4'].map((id) => `${claims}/${id}.yaml:1:1 file: ${leadsOut}`),
  ]);
});

test('links inside a pack are followed, as mounted volumes have them', async () => {
  const dir = await copyPacks();
  await rename(`${dir}/${claims}`, `${dir}/saltmarsh/..2026_11_22`);
  await mkdir(`${dir}/${claims}`);
  await symlink('..2026_11_22', `${dir}/saltmarsh/..data`);
  await symlink('../..data/bridge-opened-1911.yaml', `${dir}/${claims}/bridge-opened-1911.yaml`);
  expect(await mistakesIn(dir)).toEqual([]);
});

test('a secret that stands where a claim belongs is not repeated', async () => {
  const dir = await copyPacks();
  await writeFile(`${dir}/${claims}/a1.yaml`, 'MTIzNDU2Nzg5MDEyMzQ1Njc4.secret\n');
  await writeFile(`${dir}/${claims}/a2.yaml`, `${secret}"xoxb-1234" xoxb-1234\n{xoxb-1234\n`);
  await writeFile(`${dir}/${claims}/a3.yaml`, '- xoxb-1234\n- *xoxb-1234\n');
  await writeFile(`${dir}/${claims}/a4.yaml`, 'SLACK_BOT_TOKEN: xoxb-1234\n');
  const found = (await mistakesIn(dir)).join('\n');
  for (const id of ['a1', 'a2', 'a3', 'a4']) expect(found).toContain(`${id}.yaml:`);
  expect(found).not.toMatch(/secret|xoxb/);
});

test('a pipe is neither read nor waited for', async () => {
  const dir = await copyPacks();
  await makePipe(`${dir}/${claims}/pipe.yaml`);
  await makePipe(`${dir}/saltmarsh/method.md`);
  expect(await mistakesIn(dir)).toEqual([
    `${claims}/pipe.yaml:1:1 file: is a device, a pipe or the like, not a file: remove it`,
  ]);
});

/** As packs are read, and as the thread that answers looks for feeds in them. */
const ways = [
  ['in a thread of its own', readGuardedSync],
  ['while others have their turn', readGuarded],
] as const;

test.skipIf(process.platform !== 'linux').each(ways)(
  'no more is read than allowed of a file that is longer than it says, %s',
  async (_, readGuarded) => {
    const reading = await readGuarded('/proc', '/proc/self/status', 10);
    expect(reading).toEqual({ ok: false, why: 'has more than 10 bytes: shorten or split it' });
  },
);

test.skipIf(process.platform !== 'linux').each(ways)(
  'all of a file is read that says it is empty and is not, %s',
  async (_, readGuarded) => {
    const text = 'gulls '.repeat(5000);
    const child = spawn('sleep', ['60'], { env: { TEXT: text, PATH: process.env.PATH } });
    try {
      await once(child, 'spawn');
      const reading = await readGuarded('/proc', `/proc/${child.pid}/environ`, 100_000);
      expect(reading.ok && reading.content.toString()).toContain(text);
    } finally {
      child.kill();
    }
  },
);

test.each(ways)(
  'a file takes the memory that it needs, however long it might have been, %s',
  async (_, readGuarded) => {
    const path = `${goodPacks}/saltmarsh/pack.yaml`;
    const reading = await readGuarded(goodPacks, path, 10_000_000);
    const { content } = reading.ok ? reading : { content: Buffer.alloc(0) };
    expect(content.toString()).toBe(await readFile(path, 'utf8'));
    expect(content.buffer.byteLength).toBeLessThan(10_000);
  },
);

test.each([
  ['too many values', `sources:\n${'  - {}\n'.repeat(15_000)}`],
  ['too many values in a line', `sources: [${'{},'.repeat(30_000)}]`],
  ['too many fields', Array.from({ length: 9000 }, (_, index) => `k${index}: 1`).join('\n')],
  ['values nested too deep', `claim: ${'['.repeat(500)}${']'.repeat(500)}`],
  ['lines of tabs', '\tx: y\n'.repeat(15_000)],
  ['lines of brackets', '[}\n'.repeat(30_000)],
])('a file of %s has few mistakes', async (_, text) => {
  const dir = await copyPacks();
  await writeFile(`${dir}/${claims}/many.yaml`, text);
  const found = await mistakesIn(dir);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(21);
});

test('of many mistakes the first are told, of each file and in all, and the rest are counted', async () => {
  const dir = await copyPacks();
  const wrong = `sources:\n${'  - x\n'.repeat(100)}`;
  for (let index = 100; index < 160; index++) {
    await writeFile(`${dir}/${claims}/a-${index}.yaml`, wrong);
  }
  const found = await mistakesIn(dir);
  expect(found[20]).toMatch(/a-100.yaml.* file: 9\d more mistakes in this file are not listed/);
  expect(found).toHaveLength(1001);
  expect(found.at(-1)).toMatch(
    /file: 260 more mistakes in the files after this one are not listed: mend these first$/,
  );
});

test('a reading that takes too long, or too much memory, is a mistake, and the next one is another', async () => {
  const state = await createState(
    'memory:',
    { info() {}, warn() {}, error() {} },
    { clock: testClock },
  );
  const swollen = await copyPacks();
  for (let index = 0; index < 20; index++) {
    await writeFile(`${swollen}/${claims}/many-${index}.yaml`, '[}\n'.repeat(30_000));
  }
  const readings = [
    () => readPacksApart(goodPacks, today),
    () => readPacksApart(goodPacks, today, { withinMs: 1 }),
    () => readPacksApart(swollen, today, { memoryMb: 32 }),
    () => readPacksApart(goodPacks, today),
  ];
  const library = await openLibrary({
    read: async () => (await readings.shift()?.()) ?? { ok: false, mistakes: [] },
    prepare: prepareInPlace,
    createMatcher,
    history: state.reloads,
    lastGood: state.lastGood,
    decisions: state.decisions,
    changes: state.changes,
    sets: state.sets,
    clock: testClock,
  });
  const set = library.current;
  expect(await library.reload('console:local')).toMatchObject({
    outcome: 'failed',
    mistakes: [{ message: 'took longer than 0.001 s to read: look for what is slow in it' }],
  });
  expect(await library.reload('console:local')).toMatchObject({
    outcome: 'failed',
    mistakes: [{ message: expect.stringMatching(/^could not be read \(.*memory/) }],
  });
  expect(library.current).toBe(set);
  expect(await library.reload('console:local')).toMatchObject({ outcome: 'loaded' });
  await state.close();
});

test('the thread that answers does not do the reading', async () => {
  const dir = await copyPacks();
  await writeFile(`${dir}/${claims}/many.yaml`, '[}\n'.repeat(20_000));
  const here = await workOf(() => readPacks(dir, today));
  const apart: number[] = [];
  // What else the thread has to do, as to collect garbage, falls into one of them.
  for (let time = 0; time < 3; time += 1) {
    apart.push(await workOf(() => readPacksApart(dir, today)));
  }
  expect(Math.min(...apart)).toBeLessThan(here / 2);
});

/** What this thread did for it, in microseconds of the processor. */
async function workOf(task: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await task();
  return process.threadCpuUsage(before).user;
}

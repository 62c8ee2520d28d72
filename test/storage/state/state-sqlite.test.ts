import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createState } from '../../../src/storage/state/state.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';
import { describeState, reload } from './state-contract.ts';
import { memoryKind } from './state-kinds.ts';
import { whyNot } from './why-not.ts';

describeState(memoryKind);
describeState({
  name: 'SQLite',
  freshUrl: async () => `sqlite:${await temporaryFolder()}/var/state.db`,
  survivesRestart: true,
  expiresBy: 'our clock',
});

test('two bots may share one file', async () => {
  const url = `sqlite:${await temporaryFolder()}/state.db`;
  const states = await Promise.all(
    [1, 2].map(() => createState(url, createRecordingLog(), { clock: testClock })),
  );
  await Promise.all(
    states.flatMap(({ reloads }, bot) =>
      Array.from({ length: 30 }, (_, index) => reloads.record(reload(`09:0${bot}`, index))),
    ),
  );
  expect(await states[0]?.reloads.recent(100)).toHaveLength(60);
  await Promise.all(states.map((state) => state.close()));
});

test('a file that is no database is left as it is, and the start fails', async () => {
  const folder = await temporaryFolder();
  await writeFile(`${folder}/state.db`, 'Dear diary,\n'.repeat(1000));
  expect(await whyNot(`sqlite:${folder}/state.db`)).toBe(
    `The state in sqlite:${folder}/state.db can't be used (file is not a database): move the file away to start afresh, or set STATE_URL to another place.`,
  );
  expect(await readFile(`${folder}/state.db`, 'utf8')).toMatch(/^Dear diary/);
});

test('a damaged database is found at the start', async () => {
  const folder = await temporaryFolder();
  const path = `${folder}/state.db`;
  const state = await createState(`sqlite:${path}`, createRecordingLog(), { clock: testClock });
  for (let index = 0; index < 200; index++) await state.deliveries.claim(`slack:Ev${index}`);
  await state.close();
  const { size } = await stat(path);
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(0xff, 4096, size));
  expect(await whyNot(`sqlite:${path}`)).toBe(
    `The state in sqlite:${path} can't be used (the file is damaged): move the file away to start afresh, or set STATE_URL to another place.`,
  );
});

test('folders on the way to the file are made', async () => {
  const folder = await temporaryFolder();
  const state = await createState(`sqlite:${folder}/a/b/c/state.db`, createRecordingLog(), {
    clock: testClock,
  });
  await state.close();
  expect((await stat(`${folder}/a/b/c/state.db`)).isFile()).toBe(true);
});

// Node's own recursive mkdir never comes back from either.
test('a folder that can’t be made is said, and not tried for ever', async () => {
  const folder = await temporaryFolder();
  await symlink(`${folder}/nowhere`, `${folder}/link`);
  for (const path of [`${folder}/link/var/state.db`, '/proc/factbot/var/state.db']) {
    expect(await whyNot(`sqlite:${path}`)).toMatch(
      /can't be used \(E\w+: .*\): make file and folder writable, or set STATE_URL/,
    );
  }
});

test('a place that cannot be written names itself and the remedy', async () => {
  const folder = await temporaryFolder();
  await mkdir(`${folder}/state.db`);
  await writeFile(`${folder}/file`, '');
  for (const path of [`${folder}/state.db`, `${folder}/file/state.db`, '/dev/null/state.db']) {
    const message = await whyNot(`sqlite:${path}`);
    expect(message).toContain(`The state in sqlite:${path} can't be used`);
    expect(message).toContain('make file and folder writable');
  }
});

test('a file held by another program at the start is named with the remedy', async () => {
  const folder = await temporaryFolder();
  const other = new DatabaseSync(`${folder}/state.db`);
  onTestFinished(() => other.close());
  other.exec('CREATE TABLE theirs (x); BEGIN EXCLUSIVE');
  expect(await whyNot(`sqlite:${folder}/state.db`)).toBe(
    `The state in sqlite:${folder}/state.db can't be used (database is locked): stop the other program that holds it, or set STATE_URL to another place.`,
  );
});

test.each([
  '',
  'state.db',
  'mysql://root:hunter2@db/state',
  'sqlite:',
  'redis://:hunter2%@host:6379',
])('refuses the address "%s" without repeating a password', async (url) => {
  const message = await whyNot(url);
  expect(message).toMatch(/^STATE_URL .* (use|write) (sqlite|redis):/);
  expect(message).not.toContain('hunter2');
});

test('goes on from memory while another program holds the file, and says so once', async () => {
  const path = `${await temporaryFolder()}/state.db`;
  const log = createRecordingLog();
  const { deliveries, reloads, close } = await createState(`sqlite:${path}`, log, {
    clock: testClock,
  });
  onTestFinished(close);
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec('BEGIN EXCLUSIVE');
  for (let index = 0; index < 20; index++) {
    expect(await deliveries.claim(`slack:Ev${index}`)).toBe(true);
    expect(await deliveries.claim(`slack:Ev${index}`)).toBe(false);
  }
  await reloads.record(reload('09:00', 1));
  expect(log.lines).toEqual(['error The state is out of reach: going on from memory']);
  other.exec('ROLLBACK');
  await vi.waitFor(
    async () => {
      await reloads.recent(1);
      expect(log.lines).toEqual([
        'error The state is out of reach: going on from memory',
        'info The state is back',
      ]);
    },
    { timeout: 10_000, interval: 200 },
  );
});

test('reads past records that another version wrote', async () => {
  const path = `${await temporaryFolder()}/state.db`;
  const { reloads, close } = await createState(`sqlite:${path}`, createRecordingLog(), {
    clock: testClock,
  });
  onTestFinished(close);
  await reloads.record(reload('09:00', 1));
  const database = new DatabaseSync(path);
  database.exec(
    `INSERT INTO records VALUES ('reloads 2026-11-22T10:00', '{"who":"?"}', 1e16),
      ('reloads 2026-11-22T11:00', 'no JSON', 1e16)`,
  );
  database.close();
  expect(await reloads.recent(5)).toEqual([reload('09:00', 1)]);
});

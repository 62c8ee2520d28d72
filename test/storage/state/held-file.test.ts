import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/storage/state/store/open-store.ts';
import { startProgram } from '../../support/program.ts';
import { testClock } from '../../support/test-day.ts';

const folder = await mkdtemp(join(tmpdir(), 'factbot-'));
const path = join(folder, 'state.db');
const store = await openStore(`sqlite:${path}`);
const ledger = store.createLedger(testClock);
const stream = ledger.stream('work', { acknowledgeWithinMs: 60_000, lifetimeMs: 60_000 });
const answers = store.keyv<string>('answers');
const holder = startProgram('test/storage/state/holding-process.ts', [path]);
let held = 0;

afterAll(async () => {
  holder.child.kill('SIGKILL');
  await holder.ended();
  await store.close();
  await rm(folder, { recursive: true });
});

/** From here on another process holds the file; the result frees it again, as does the end of the test. */
async function hold(): Promise<() => void> {
  held += 1;
  holder.child.stdin?.write('\n');
  await holder.shows(`held ${held}\n`);
  let isHeld = true;
  const free = (): void => {
    if (isHeld) holder.child.stdin?.write('\n');
    isHeld = false;
  };
  onTestFinished(free);
  return free;
}

/** How often the event loop comes round to other work before a held file is freed. */
const turns = 10;

describe('while another process holds the SQLite file', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a claim', () => ledger.claim('event', 60_000)],
    ['a release', () => ledger.release('event')],
    ['a record', () => ledger.put('settings a', {}, 60_000)],
    ['a removal', () => ledger.remove(['settings a'])],
    ['an entry', () => stream.append('x')],
    ['an entry with a key', () => stream.append('y', 'key')],
    ['a take', () => stream.take()],
    ['an acknowledgement', () => stream.acknowledge('1')],
    ['a kept answer', () => answers.set('a', 'answer')],
    ['many kept answers', () => answers.setMany([{ key: 'b', value: 'answer' }])],
    ['a removed answer', () => answers.delete('a')],
    ['many removed answers', () => answers.delete(['a', 'b'])],
    ['a cleared namespace', () => answers.clear()],
  ])('%s waits for it beside other work, and is done once it is free', async (_name, write) => {
    const free = await hold();
    let isDone = false;
    const written = write().finally(() => {
      isDone = true;
    });
    // One that waited inside SQLite would have given up before the first of these.
    for (let turn = 0; turn < turns; turn++) await pause(5);
    expect(isDone).toBe(false);
    free();
    await written;
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a record', () => ledger.get('settings a')],
    ['a list', () => ledger.list({ prefix: 'settings', order: 'ascending', limit: 10 })],
    ['a kept answer', () => answers.get('a')],
  ])('%s is read all the same', async (_name, read) => {
    await hold();
    await read();
  });
});

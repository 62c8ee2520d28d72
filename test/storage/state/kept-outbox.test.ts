import { expect, onTestFinished, test } from 'vitest';
import type { OutboxItem } from '../../../src/core/ports/outbox.ts';
import { createKeptOutbox } from '../../../src/storage/state/kept-outbox.ts';
import { openStore } from '../../../src/storage/state/store/open-store.ts';
import { createMortal } from '../../support/mortal.ts';
import { createClock } from './clock.ts';

const item: OutboxItem = { key: 'k1', platform: 'discord', kind: 'greeting', data: {} };

/** A process that died at a step of adding the item, and one that comes to what it left. */
async function diedWhileAdding(how: 'add' | 'addTaken', diesAt?: number) {
  const { now, pass } = createClock();
  const store = await openStore('memory:');
  onTestFinished(() => store.close());
  const ledger = store.createLedger(now);
  const process = createMortal(diesAt);
  const dying = createKeptOutbox(process.see(ledger), now);
  const adding = how === 'add' ? dying.add(item) : dying.addTaken(item, 30_000);
  await Promise.race([adding, process.dead]);
  return { process, left: createKeptOutbox(ledger, now), pass };
}

/** Longer than a lease, and than a start on a busy machine. */
const longMs = 5 * 60_000;

test.each(['add', 'addTaken'] as const)(
  'an item that is kept is found to be due, wherever the process died in %s, and however much later',
  async (how) => {
    const { process } = await diedWhileAdding(how);
    expect(process.steps).toBeGreaterThan(0);
    for (let diesAt = 1; diesAt <= process.steps; diesAt += 1) {
      const { left, pass } = await diedWhileAdding(how, diesAt);
      pass(longMs);
      const kept = await left.list('', undefined, 9);
      const due = await left.due('discord', 9);
      for (const key of due) await left.take(key, 1_000);
      const died = `dead at step ${diesAt}`;
      if (kept.length > 0) expect(due, died).toEqual([item.key]);
      // Of what was never kept, nothing stays.
      else expect(await left.due('discord', 9), died).toEqual([]);
    }
  },
);

test('what waits a moment is tried again after that moment though the clock was set back meanwhile', async () => {
  const { now, pass } = createClock();
  const store = await openStore('memory:');
  onTestFinished(() => store.close());
  const outbox = createKeptOutbox(store.createLedger(now), now);
  await outbox.add(item);
  const taken = await outbox.take(item.key, 30_000);
  if (!taken) throw new Error('nothing was taken');
  const nextTryAt = new Date(now().getTime() + 5_000).toISOString();
  await outbox.save({ ...taken, nextTryAt });
  await outbox.release(item.key);
  expect(await outbox.due('discord', 9)).toEqual([]);
  const dayMs = 24 * 60 * 60_000;
  pass(-300 * dayMs);
  expect(await outbox.due('discord', 9)).toEqual([item.key]);
  const again = await outbox.take(item.key, 30_000);
  if (!again) throw new Error('nothing was taken again');
  // From here on the clock that is right now counts.
  await outbox.save({ ...again, nextTryAt: new Date(now().getTime() + 5_000).toISOString() });
  expect(await outbox.due('discord', 9)).toEqual([]);
  pass(5_000);
  expect(await outbox.due('discord', 9)).toEqual([item.key]);
});

test('an item that a process died over before it was kept is taken by who comes next, at once', async () => {
  const { process } = await diedWhileAdding('addTaken');
  for (let diesAt = 1; diesAt <= process.steps; diesAt += 1) {
    const { left } = await diedWhileAdding('addTaken', diesAt);
    const wasKept = (await left.list('', undefined, 9)).length > 0;
    const taken = await left.addTaken(item, 30_000);
    expect(taken !== undefined, `dead at step ${diesAt}`).toBe(!wasKept);
    expect(await left.due('discord', 9)).toEqual([]);
  }
});

test('an item that was found to be due is left to who has taken it on meanwhile', async () => {
  // The first process died before it was kept.
  const { left, pass } = await diedWhileAdding('addTaken', 3);
  pass(30_000);
  expect(await left.due('discord', 9)).toEqual([item.key]);
  expect(await left.addTaken(item, 30_000)).toBeDefined();
  expect(await left.take(item.key, 30_000)).toBeUndefined();
  pass(30_000);
  expect(await left.due('discord', 9)).toEqual([item.key]);
  expect(await left.take(item.key, 30_000)).toBeDefined();
});

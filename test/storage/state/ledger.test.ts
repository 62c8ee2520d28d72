import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerPage, TakenEntry } from '../../../src/core/ports/ledger.ts';
import { createClock } from './clock.ts';
import { startLedgerProcesses } from './ledger-processes.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';

const kinds = await startStateKinds();

/** Long enough for what a test does meanwhile, short enough to be waited for where the server's clock decides. */
const soonMs = 500;
const longMs = 60_000;
const options = { acknowledgeWithinMs: longMs, lifetimeMs: longMs };

interface OpenLedger {
  readonly ledger: Ledger;
  /** Lets time go by, be it by moving our clock or by waiting for the server's. */
  passed(ms: number): Promise<void>;
}

async function openLedger(url: string): Promise<OpenLedger> {
  const { now, pass } = createClock();
  const { ledger } = await openState(url, { clock: now });
  // What a store is opened with, such as the secret behind people's keys, is not of these tests.
  const before = await ledger.list({ prefix: '', order: 'ascending', limit: 100 });
  await ledger.remove(before.map(({ key }) => key));
  return {
    ledger,
    async passed(ms) {
      pass(ms);
      if (url.startsWith('redis:')) await new Promise((resolve) => setTimeout(resolve, ms + 50));
    },
  };
}

async function keysOf(ledger: Ledger, page: Partial<LedgerPage>): Promise<readonly string[]> {
  const records = await ledger.list({ prefix: '', order: 'ascending', limit: 1000, ...page });
  return records.map(({ key }) => key);
}

async function takeAll(take: () => Promise<TakenEntry | undefined>): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  // A stream that gave entries out again and again must not go on for ever.
  for (let count = 0; count < 1000; count++) {
    const entry = await take();
    if (!entry) break;
    values.push(entry.value);
  }
  return values;
}

const numbers = (length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `n${String(index).padStart(4, '0')}`);

describe.each(kinds)('a claim in $name', ({ freshUrl }) => {
  test('is won by one of many who come at once', async () => {
    const { ledger } = await openLedger(await freshUrl());
    const won = await Promise.all(Array.from({ length: 50 }, () => ledger.claim('Ev1', longMs)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await ledger.claim('Ev2', longMs)).toBe(true);
  });

  test('can be made anew once it was released', async () => {
    const { ledger } = await openLedger(await freshUrl());
    await ledger.claim('Ev1', longMs);
    await ledger.release('Ev1');
    await ledger.release('Ev2');
    expect(await ledger.claim('Ev1', longMs)).toBe(true);
    expect(await ledger.claim('Ev1', longMs)).toBe(false);
  });

  test('holds for its lifetime and no longer', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    await ledger.claim('short', soonMs);
    await ledger.claim('long', longMs);
    expect(await ledger.claim('short', soonMs)).toBe(false);
    await passed(soonMs);
    expect(await ledger.claim('short', longMs)).toBe(true);
    expect(await ledger.claim('long', longMs)).toBe(false);
  });

  test('holds as long as it is extended, and none is made by that', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    await ledger.claim('held', soonMs);
    await ledger.extend('held', longMs);
    await ledger.extend('nobody’s', longMs);
    await passed(soonMs);
    expect(await ledger.claim('held', longMs)).toBe(false);
    expect(await ledger.claim('nobody’s', longMs)).toBe(true);
  });
});

describe.each(kinds)('records in $name', ({ freshUrl }) => {
  test('that must be new are written by one of many who come at once, and again once gone', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    const added = await Promise.all(numbers(50).map((each) => ledger.add('a', each, soonMs)));
    expect(added.filter(Boolean)).toHaveLength(1);
    const first = numbers(50)[added.indexOf(true)];
    expect((await ledger.get('a'))?.value).toBe(first);
    expect(await keysOf(ledger, { prefix: 'a' })).toEqual(['a']);
    await passed(soonMs);
    expect(await ledger.add('a', 'later', longMs)).toBe(true);
    expect((await ledger.get('a'))?.value).toBe('later');
  });

  test('are read by the beginning of their keys, in the order of their bytes, both ways', async () => {
    const { ledger } = await openLedger(await freshUrl());
    const keys = ['a', 'a b', 'a:', 'aa', 'aé', 'a\u{ffee}', 'a\u{1f600}'];
    for (const key of [...keys, '', 'A', 'b', 'é'].toReversed()) {
      await ledger.put(key, { key }, longMs);
    }
    expect(await keysOf(ledger, { prefix: 'a' })).toEqual(keys);
    expect(await keysOf(ledger, { prefix: 'a', order: 'descending' })).toEqual(keys.toReversed());
    expect(await keysOf(ledger, { prefix: 'a:' })).toEqual(['a:']);
    expect(await keysOf(ledger, { prefix: 'c' })).toEqual([]);
    expect(await keysOf(ledger, {})).toEqual(['', 'A', ...keys, 'b', 'é']);
    expect(await ledger.list({ prefix: 'aé', order: 'ascending', limit: 1 })).toEqual([
      { key: 'aé', value: { key: 'aé' } },
    ]);
  });

  test.each(['ascending', 'descending'] as const)('are paged, %s', async (order) => {
    const { ledger } = await openLedger(await freshUrl());
    const keys = numbers(25);
    await Promise.all(['m', ...keys, 'o'].map((key) => ledger.put(key, key, longMs)));
    const read: string[] = [];
    for (let pages = 0; pages < 3; pages++) {
      read.push(...(await keysOf(ledger, { prefix: 'n', order, after: read.at(-1), limit: 10 })));
    }
    expect(read).toEqual(order === 'ascending' ? keys : keys.toReversed());
    expect(await keysOf(ledger, { prefix: 'n', order, after: read.at(-1) })).toEqual([]);
  });

  test('are got by their keys, and stay for ever where no lifetime is given', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    await ledger.put('a', { deep: [1] }, soonMs);
    await ledger.put('b', 1, soonMs);
    await ledger.put('b', null);
    expect(await ledger.get('a')).toEqual({ key: 'a', value: { deep: [1] } });
    expect(await ledger.get('')).toBeUndefined();
    await passed(soonMs);
    await ledger.put('c', 1);
    expect(await ledger.get('a')).toBeUndefined();
    expect(await ledger.get('b')).toEqual({ key: 'b', value: null });
    expect(await keysOf(ledger, {})).toEqual(expect.arrayContaining(['b', 'c']));
  });

  test('are overwritten and removed', async () => {
    const { ledger } = await openLedger(await freshUrl());
    for (const key of ['a', 'b', 'c']) await ledger.put(key, 1, longMs);
    await ledger.put('b', 2, longMs);
    await ledger.remove(['a', 'c', 'd']);
    await ledger.remove([]);
    expect(await ledger.list({ prefix: '', order: 'ascending', limit: 9 })).toEqual([
      { key: 'b', value: 2 },
    ]);
  });

  test('are gone after their lifetime, and leave no gap in a page', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    const keys = numbers(30);
    for (const [index, key] of keys.entries()) {
      await ledger.put(key, key, index % 3 === 0 ? longMs : soonMs);
    }
    await ledger.put('n0001', 'again', longMs);
    await passed(soonMs);
    const left = keys.filter((key, index) => index % 3 === 0 || key === 'n0001');
    expect(await keysOf(ledger, { prefix: 'n', limit: 4 })).toEqual(left.slice(0, 4));
    // Writing takes away what expired.
    await ledger.put('n9', '', longMs);
    await ledger.put('n9', '', longMs);
    expect(await keysOf(ledger, { prefix: 'n' })).toEqual([...left, 'n9']);
  });
});

describe.each(kinds)('a stream in $name', ({ freshUrl }) => {
  test('gives each entry once, in the order in which they were appended', async () => {
    const { ledger } = await openLedger(await freshUrl());
    const stream = ledger.stream('outbox', options);
    expect(await stream.take()).toBeUndefined();
    for (const value of numbers(20)) expect(await stream.append(value)).toBe(true);
    expect(await takeAll(stream.take)).toEqual(numbers(20));
    await stream.append({ later: [1, null] });
    expect(await stream.take()).toMatchObject({ value: { later: [1, null] }, attempt: 1 });
    expect(await stream.take()).toBeUndefined();
  });

  test('is another one under another name', async () => {
    const { ledger } = await openLedger(await freshUrl());
    const [first, second] = ['a', 'b'].map((name) => ledger.stream(name, options));
    await first?.append(1, 'key');
    expect(await second?.append(2, 'key')).toBe(true);
    expect(await second?.take()).toMatchObject({ value: 2 });
    expect(await second?.take()).toBeUndefined();
    expect(await first?.take()).toMatchObject({ value: 1 });
  });

  test('takes what has a key once', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    const stream = ledger.stream('outbox', { ...options, lifetimeMs: soonMs });
    const appended = await Promise.all([1, 2, 3, 4].map((value) => stream.append(value, 'Ev1')));
    expect(appended.filter(Boolean)).toHaveLength(1);
    const taken = await stream.take();
    await stream.acknowledge(taken?.id ?? '');
    expect(await stream.append(5, 'Ev1')).toBe(false);
    expect(await stream.take()).toBeUndefined();
    expect(await stream.append(6, 'Ev2')).toBe(true);
    await passed(soonMs);
    expect(await stream.append(7, 'Ev1')).toBe(true);
  });

  test('gives what is not acknowledged in time to the next, before what is new', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    const stream = ledger.stream('outbox', { acknowledgeWithinMs: soonMs, lifetimeMs: longMs });
    for (const value of ['a', 'b', 'c']) await stream.append(value);
    const [a, b] = [await stream.take(), await stream.take()];
    expect([a?.attempt, b?.attempt]).toEqual([1, 1]);
    await stream.acknowledge(b?.id ?? '');
    await passed(soonMs);
    const again = await stream.take();
    expect(again).toEqual({ id: a?.id, value: 'a', attempt: 2 });
    expect((await stream.take())?.value).toBe('c');
    // Late as it is, the first taker's word counts.
    await stream.acknowledge(a?.id ?? '');
    await passed(soonMs);
    expect(await stream.take()).toMatchObject({ value: 'c', attempt: 2 });
    expect(await stream.take()).toBeUndefined();
  });

  test('drops what is older than its lifetime, taken or not', async () => {
    const { ledger, passed } = await openLedger(await freshUrl());
    const stream = ledger.stream('outbox', { acknowledgeWithinMs: 500, lifetimeMs: 2400 });
    for (const value of ['a', 'b', 'c']) await stream.append(value);
    expect((await stream.take())?.value).toBe('a');
    expect((await stream.take())?.value).toBe('b');
    await passed(1500);
    for (const value of ['d', 'e']) await stream.append(value);
    const taken = [
      await stream.take(),
      await stream.take(),
      await stream.take(),
      await stream.take(),
    ];
    expect(taken.map((entry) => entry?.value)).toEqual(['a', 'b', 'c', 'd']);
    await passed(900);
    expect(await stream.take()).toMatchObject({ value: 'd', attempt: 2 });
    expect(await stream.take()).toMatchObject({ value: 'e', attempt: 1 });
    expect(await stream.take()).toBeUndefined();
  });
});

describe.each(lasting(kinds))('processes that share $name', ({ freshUrl }) => {
  test('are ready on a store that none of them had opened, and win each claim once', async () => {
    const url = await freshUrl();
    const processes = await startLedgerProcesses(3, url, 'outbox', options);
    const keys = numbers(300);
    const won = await Promise.all(processes.map((one) => one.does('claim', keys)));
    expect(won.flat().toSorted()).toEqual(keys);
  });

  test('append each key once, and share the work in order', async () => {
    const url = await freshUrl();
    const processes = await startLedgerProcesses(2, url, 'outbox', options);
    const values = numbers(200);
    const appended = await Promise.all(processes.map((one) => one.does('appendOnce', values)));
    expect(appended.flat().toSorted()).toEqual(values);
    const done = await Promise.all(processes.map((one) => one.does('work')));
    expect(done.flat().toSorted()).toEqual(values);
    for (const values of done) expect(values).toEqual(values.toSorted());
  });

  test('take up what one of them had taken when it was killed', async () => {
    const url = await freshUrl();
    const { ledger, passed } = await openLedger(url);
    const soon = { acknowledgeWithinMs: soonMs, lifetimeMs: longMs };
    const stream = ledger.stream('outbox', soon);
    for (const value of ['a', 'b']) await stream.append(value);
    const [doomed] = await startLedgerProcesses(1, url, 'outbox', soon);
    expect(await doomed?.does('take')).toMatchObject([{ value: 'a', attempt: 1 }]);
    await doomed?.kill();
    await passed(soonMs);
    expect(await stream.take()).toMatchObject({ value: 'a', attempt: 2 });
    expect(await stream.take()).toMatchObject({ value: 'b', attempt: 1 });
  });

  test('find what was left to them by one that ended', async () => {
    const url = await freshUrl();
    const [gone] = await startLedgerProcesses(1, url, 'outbox', options);
    await gone?.does('append', ['a', 'b']);
    await gone?.does('claim', ['Ev1']);
    await gone?.kill();
    const { ledger } = await openLedger(url);
    expect(await takeAll(ledger.stream('outbox', options).take)).toEqual(['a', 'b']);
    expect(await ledger.claim('Ev1', longMs)).toBe(false);
  });
});

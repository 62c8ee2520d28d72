import { describe, expect, test } from 'vitest';
import type { RequestAsker } from '../../../src/core/ports/requests.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { requestsKeptForMs } from '../../../src/storage/state/kept-requests.ts';
import { createClock } from './clock.ts';
import { openState, startStateKinds } from './state-kinds.ts';
import { longestLifetime } from './store/raw-store.ts';

const kinds = await startStateKinds();

const at = '2026-11-22T09:00:00.000Z';
const bananas = { id: 'a1', claim: 'Bananas grow in Greenland.', at };
const figs = { id: 'b2', claim: 'Figs grow in Iceland.', at: '2026-11-21T09:00:00.000Z' };

const ada: RequestAsker = {
  user: 'slack:T1/U1',
  at,
  locale: 'de',
  community: 'slack:T1',
  place: { platform: 'slack', community: 'slack:T1', channel: 'C1', thread: '1.2' },
};
const bob: RequestAsker = {
  user: 'discord:2',
  at,
  locale: 'en',
  community: undefined,
  place: undefined,
};

describe.each(kinds)('requests kept in $name', ({ freshUrl, survivesRestart, expiresBy }) => {
  test('are listed with who waits, those asked for first at the front', async () => {
    const { requests } = await openState(await freshUrl());
    expect(await requests.list()).toEqual([]);
    await requests.add(bananas, ada);
    await requests.add(figs, bob);
    await requests.add({ ...bananas, claim: 'bananas grow in greenland' }, bob);
    expect(await requests.list()).toStrictEqual([
      { ...figs, resolution: undefined, told: 0, askers: [bob] },
      { ...bananas, resolution: undefined, told: 0, askers: expect.arrayContaining([ada, bob]) },
    ]);
  });

  test('keep everybody who asks at once', async () => {
    const { requests } = await openState(await freshUrl());
    const users = Array.from({ length: 60 }, (_, index) => `discord:${index}` as const);
    await Promise.all(users.map((user) => requests.add(bananas, { ...bob, user })));
    expect(await requests.list()).toMatchObject([{ askers: users.map(() => ({})) }]);
  });

  test('keep what was decided, and forget each person once they were told', async () => {
    const { requests } = await openState(await freshUrl());
    await requests.add(bananas, ada);
    await requests.add(bananas, bob);
    const resolution = { kind: 'declined', reason: 'opinion', at } as const;
    await requests.resolve('a1', resolution, 1);
    const key = await requests.give('a1', ada, resolution);
    const decided = { ...bananas, resolution, told: 1 };
    expect(await requests.list()).toStrictEqual([{ ...decided, askers: [bob] }]);
    expect(await requests.given()).toStrictEqual([{ key, asker: ada }]);
    expect(await requests.notice(key)).toStrictEqual({ request: decided, asker: ada, resolution });
    await requests.told(key);
    expect(await requests.given()).toEqual([]);
    expect(await requests.notice(key)).toBeUndefined();
  });

  test('are read as an earlier version kept them', async () => {
    const { ledger, requests, personal } = await openState(await freshUrl());
    const decision = { kind: 'answered', ref: 'riverton/bananas', at } as const;
    await ledger.put('requests a1', { ...bananas, decision, told: 1 });
    await ledger.put('request-askers a1 0f', { request: 'a1', asker: bob, decision });
    await ledger.put('request-askers a1 1e', { request: 'a1', asker: ada });
    expect(await requests.list()).toMatchObject([{ resolution: decision, askers: [ada] }]);
    expect(await requests.given()).toStrictEqual([
      { key: { request: 'a1', asker: '0f' }, asker: bob },
    ]);
    const key = await requests.give('a1', ada, decision);
    expect(key).toEqual({ request: 'a1', asker: '1e' });
    expect(await requests.list()).toMatchObject([{ askers: [] }]);
    await requests.told(key);
    expect(await personal.count(bob.user)).toMatchObject({ requests: 1 });
    await personal.forget(bob.user);
    expect(await ledger.get('request-askers a1 0f')).toBeUndefined();
  });

  test('are gone half a year after they were asked for last, and who asked with them', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const { requests } = await openState(url, { clock: now });
    await requests.add(bananas, ada);
    if (expiresBy === 'its own clock') {
      expect(requestsKeptForMs - (await longestLifetime(url))).toBeLessThan(60_000);
      return;
    }
    pass(requestsKeptForMs - 1);
    await requests.add(bananas, bob);
    expect(await requests.list()).toMatchObject([{ askers: [{}, {}] }]);
    pass(1);
    expect(await requests.list()).toMatchObject([{ askers: [{ user: bob.user }] }]);
    pass(requestsKeptForMs);
    expect(await requests.list()).toEqual([]);
  });

  test(`are ${survivesRestart ? 'there' : 'gone'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.requests.add(bananas, ada);
    await before.close();
    const { requests } = await openState(url);
    expect(await requests.list()).toHaveLength(survivesRestart ? 1 : 0);
  });

  test('are refused, rather than lost in silence, once the state is closed', async () => {
    const { requests, close } = await openState(await freshUrl());
    await close();
    await expect(requests.add(bananas, ada)).rejects.toThrow(StoreLostError);
    await expect(requests.list()).rejects.toThrow(StoreLostError);
  });
});

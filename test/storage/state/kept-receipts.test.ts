import { describe, expect, test } from 'vitest';
import type { KeptReceipt } from '../../../src/core/ports/receipts.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { leftGraceMs } from '../../../src/storage/state/kept-communities.ts';
import { receiptsKeptForMs } from '../../../src/storage/state/kept-receipts.ts';
import { createClock } from './clock.ts';
import { openState, startStateKinds } from './state-kinds.ts';
import { longestLifetime } from './store/raw-store.ts';

const kinds = await startStateKinds();

const ref = 'saltmarsh/bridge-opened-1911';
const first: KeptReceipt = {
  at: '2026-11-22T09:00:00.000Z',
  ref,
  revision: '0123456789abcdef',
  address: {
    platform: 'slack',
    community: 'slack:T1',
    channel: 'C1',
    thread: '1700000000.1',
    message: '1700000000.2',
  },
  canBeEdited: true,
};
const elsewhere: KeptReceipt = {
  ...first,
  at: '2026-11-22T10:00:00.000Z',
  address: {
    platform: 'discord',
    community: undefined,
    channel: '55',
    thread: undefined,
    message: undefined,
  },
  canBeEdited: false,
};

describe.each(kinds)('receipts kept in $name', ({ freshUrl, survivesRestart, expiresBy }) => {
  test('are listed by claim, from the latest to the oldest', async () => {
    const { receipts } = await openState(await freshUrl());
    await receipts.add(first);
    await receipts.add(elsewhere);
    await receipts.add({ ...first, ref: 'saltmarsh/bridge-opened-1911-again' });
    expect(await receipts.about(ref, 5)).toMatchObject([elsewhere, first]);
    expect(await receipts.about(ref, 1)).toMatchObject([elsewhere]);
  });

  test('are gone after ninety days', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const { receipts } = await openState(url, { clock: now });
    await receipts.add(first);
    if (expiresBy === 'its own clock') {
      expect(receiptsKeptForMs - (await longestLifetime(url))).toBeLessThan(60_000);
      return;
    }
    pass(receiptsKeptForMs - 1);
    expect(await receipts.about(ref, 5)).toHaveLength(1);
    pass(1);
    expect(await receipts.about(ref, 5)).toEqual([]);
  });

  test('go with the settings of the community that the bot left, and no others go', async () => {
    const { now, pass } = createClock();
    const { receipts, communities } = await openState(await freshUrl(), { clock: now });
    const { address } = first;
    for (let index = 0; index < 150; index += 1)
      await receipts.add({ ...first, address: { ...address, message: `8.${index}` } });
    await receipts.add({ ...first, address: { ...address, community: 'slack:T11' } });
    await receipts.add({ ...first, ref: 'saltmarsh/ferry' });
    await receipts.add(elsewhere);
    await communities.left('slack:T1');
    expect(await receipts.about(ref, 500)).toHaveLength(152);
    pass(leftGraceMs);
    expect(await communities.removeLeft()).toEqual(['slack:T1']);
    const left = await receipts.about(ref, 500);
    expect(left.map((each) => each.address.community)).toEqual([undefined, 'slack:T11']);
    expect(await receipts.about('saltmarsh/ferry', 5)).toEqual([]);
  });

  test(`are ${survivesRestart ? 'there' : 'gone'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.receipts.add(first);
    await before.close();
    const { receipts } = await openState(url);
    expect(await receipts.about(ref, 5)).toHaveLength(survivesRestart ? 1 : 0);
  });

  test('are let go, as the answer stands already, once the state is closed', async () => {
    const { receipts, close } = await openState(await freshUrl());
    await close();
    await receipts.add(first);
    await expect(receipts.about(ref, 5)).rejects.toThrow(StoreLostError);
  });
});

import { describe, expect, test, vi } from 'vitest';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';

const kinds = await startStateKinds();

const ada = 'discord:123456789012345678';
const bob = 'slack:U024BE7LH';

describe.each(kinds)('the block list kept in $name', ({ freshUrl, survivesRestart }) => {
  test('holds whom it was given, at once, until they are taken off', async () => {
    const { blocked } = await openState(await freshUrl());
    expect(blocked.list()).toEqual([]);
    await blocked.add(bob);
    await blocked.add(ada);
    await blocked.add(ada);
    expect(blocked.list()).toEqual([ada, bob]);
    expect(blocked.has(ada)).toBe(true);
    await blocked.remove(ada);
    await blocked.remove(ada);
    expect(blocked.has(ada)).toBe(false);
    expect(blocked.has(bob)).toBe(true);
  });

  test(`is ${survivesRestart ? 'remembered' : 'forgotten'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.blocked.add(ada);
    await before.close();
    const { blocked } = await openState(url);
    expect(blocked.has(ada)).toBe(survivesRestart);
  });

  test('stays as it is, and says so, when the state is closed', async () => {
    const { blocked, close } = await openState(await freshUrl());
    await blocked.add(ada);
    await close();
    await expect(blocked.add(bob)).rejects.toThrow(StoreLostError);
    await expect(blocked.remove(ada)).rejects.toThrow(StoreLostError);
    expect(blocked.list()).toEqual([ada]);
  });
});

test.each(lasting(kinds))(
  'the block list in a shared $name is the same to every process before long',
  async ({ freshUrl }) => {
    const url = await freshUrl();
    const one = await openState(url);
    const other = await openState(url, { refreshEveryMs: 20 });
    await one.blocked.add(ada);
    await vi.waitFor(() => expect(other.blocked.has(ada)).toBe(true));
    await one.blocked.remove(ada);
    await vi.waitFor(() => expect(other.blocked.has(ada)).toBe(false));
  },
);

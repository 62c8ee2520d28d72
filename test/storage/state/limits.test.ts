import { describe, expect, test } from 'vitest';
import type { CommunityKey, UserKey } from '../../../src/core/keys.ts';

import type { Limits } from '../../../src/core/ports/limits.ts';
import { usesPerCommunityAMinute, usesPerUserAMinute } from '../../../src/storage/state/limits.ts';
import { stopDate } from '../../support/stop-date.ts';
import { testNow } from '../../support/test-day.ts';
import { openOverHangingRedis } from './hanging-redis.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';

const kinds = await startStateKinds();

const ada = 'discord:123456789012345678';
const bob = 'discord:223456789012345678';
const server = 'discord:112233445566778899';

/** How many of `uses` were granted. */
async function takeMany(
  limits: Limits,
  uses: number,
  user: UserKey,
  community?: CommunityKey,
): Promise<number> {
  const taken = await Promise.all(Array.from({ length: uses }, () => limits.take(user, community)));
  return taken.filter(({ waitMs }) => waitMs === 0).length;
}

describe.each(kinds)('limits kept in $name', ({ freshUrl }) => {
  test('grant a person so many uses a minute, and say how long to wait for the next', async () => {
    const { limits } = await openState(await freshUrl());
    expect(await takeMany(limits, usesPerUserAMinute + 5, ada)).toBe(usesPerUserAMinute);
    const { waitMs } = await limits.take(ada, server);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await limits.take(bob, server)).toEqual({ waitMs: 0 });
  });

  test('grant a community so many uses a minute, whoever asks', async () => {
    const { limits } = await openState(await freshUrl());
    const people = Math.ceil(usesPerCommunityAMinute / 10);
    let granted = 0;
    for (let person = 0; person < people; person++) {
      granted += await takeMany(limits, 10, `discord:${person}`, server);
    }
    expect(granted).toBe(usesPerCommunityAMinute);
    expect((await limits.take(ada, server)).waitMs).toBeGreaterThan(0);
    expect(await limits.take(ada, 'slack:T024BE7LD')).toEqual({ waitMs: 0 });
    expect(await limits.take(ada, undefined)).toEqual({ waitMs: 0 });
  });

  test('take nothing from a community for somebody who is over their own', async () => {
    const { limits } = await openState(await freshUrl());
    await takeMany(limits, usesPerCommunityAMinute * 2, ada, server);
    expect(await limits.take(bob, server)).toEqual({ waitMs: 0 });
  });

  test('go on holding when the state is closed', async () => {
    const { limits, close } = await openState(await freshUrl());
    await close();
    expect(await takeMany(limits, usesPerUserAMinute + 5, ada)).toBe(usesPerUserAMinute);
  });
});

describe.each(lasting(kinds))('who is over the limits in $name', ({ freshUrl }) => {
  test('is told by one of the processes that share it', async () => {
    const url = await freshUrl();
    const states = [await openState(url), await openState(url), await openState(url)];
    const tell = async (user: UserKey, silentForMs: number) => {
      const told = await Promise.all(
        states.map(({ limits }) => limits.tellOnce(user, silentForMs)),
      );
      return told.filter(Boolean).length;
    };
    expect(await tell(ada, 60_000)).toBe(1);
    expect(await tell(ada, 60_000)).toBe(0);
    expect(await tell(bob, 60_000)).toBe(1);
  });
});

/** What it comes to, where that is soon enough for an acknowledgement. */
function soonEnough<Value>(ask: () => Promise<Value>): Promise<Value | 'too late'> {
  const tooLate = new Promise<'too late'>((resolve) => {
    setTimeout(() => resolve('too late'), 900);
  });
  return Promise.race([ask(), tooLate]);
}

test('who is over the limits is told while Redis hangs, soon enough for an acknowledgement', async () => {
  const {
    state: { limits },
  } = await openOverHangingRedis();
  expect(await soonEnough(() => limits.tellOnce(ada, 60_000))).toBe(true);
});

test('who was told is told again when the time has passed', async () => {
  let now = testNow;
  const { limits } = await openState('memory:', { clock: () => now });
  expect(await limits.tellOnce(ada, 10_000)).toBe(true);
  now = new Date(testNow.getTime() + 9999);
  expect(await limits.tellOnce(ada, 10_000)).toBe(false);
  now = new Date(testNow.getTime() + 10_000);
  expect(await limits.tellOnce(ada, 10_000)).toBe(true);
});

test('limits in memory start afresh after the wait', async () => {
  const passed = stopDate();
  const { limits } = await openState('memory:');
  await takeMany(limits, usesPerUserAMinute, ada);
  const { waitMs } = await limits.take(ada, undefined);
  passed(waitMs);
  expect(await limits.take(ada, undefined)).toEqual({ waitMs: 0 });
});

test.each([-60 * 60_000, -300 * 24 * 60 * 60_000])(
  'limits in memory make nobody wait longer than a minute, though the clock is set back by %d ms',
  async (setBack) => {
    const passed = stopDate();
    const { limits } = await openState('memory:');
    await takeMany(limits, usesPerUserAMinute, ada);
    passed(setBack);
    const { waitMs } = await limits.take(ada, undefined);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
  },
);

test('limits in Redis hold across the processes that share it', async () => {
  const redis = lasting(kinds).find(({ name }) => name === 'Redis');
  const url = (await redis?.freshUrl()) ?? '';
  const [one, other] = [await openState(url), await openState(url)];
  const granted = await Promise.all([
    takeMany(one.limits, usesPerUserAMinute, ada),
    takeMany(other.limits, usesPerUserAMinute, ada),
  ]);
  expect(granted[0] + granted[1]).toBe(usesPerUserAMinute);
});

test('limits in Redis count an event that two processes plan once, and both judge it alike', async () => {
  const redis = lasting(kinds).find(({ name }) => name === 'Redis');
  const url = (await redis?.freshUrl()) ?? '';
  const [one, other] = [await openState(url), await openState(url)];
  const granted: boolean[][] = [];
  for (let event = 0; event < usesPerUserAMinute + 2; event++) {
    // Now the one is first, now the other.
    const processes = event % 2 === 0 ? [one, other] : [other, one];
    const taken = processes.map(({ limits }) => limits.take(ada, server, `discord:${event}`));
    granted.push((await Promise.all(taken)).map(({ waitMs }) => waitMs === 0));
  }
  expect(granted.slice(0, usesPerUserAMinute).flat()).not.toContain(false);
  expect(granted.slice(usesPerUserAMinute).flat()).not.toContain(true);
});

test('limits in a Redis that hangs hold from memory, soon enough for an acknowledgement', async () => {
  const {
    state: { limits },
  } = await openOverHangingRedis();
  expect(await soonEnough(() => limits.take(ada, server))).toEqual({ waitMs: 0 });
  expect(await takeMany(limits, usesPerUserAMinute, ada, server)).toBe(usesPerUserAMinute - 1);
});

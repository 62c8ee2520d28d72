import { describe, expect, test } from 'vitest';
import type { AnswerUnderWay } from '../../../src/core/ports/deliveries.ts';
import { createClock } from './clock.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';

const kinds = lasting(await startStateKinds());

describe.each(kinds)('two bots over one $name', ({ freshUrl }) => {
  test('take each delivery once between them', async () => {
    const url = await freshUrl();
    const [one, other] = [await openState(url), await openState(url)];
    const events = Array.from({ length: 100 }, (_, index) => `slack:Ev${index}`);
    const taken = await Promise.all(
      [...events, ...events].map((event, index) =>
        (index % 3 === 0 ? one : other).deliveries.claim(event),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(events.length);
  });

  test('may both try again what came to nothing with one of them', async () => {
    const url = await freshUrl();
    const [one, other] = [await openState(url), await openState(url)];
    expect(await one.deliveries.claim('slack:share')).toBe(true);
    expect(await other.deliveries.claim('slack:share')).toBe(false);
    await one.deliveries.release('slack:share');
    expect(await other.deliveries.claim('slack:share')).toBe(true);
    expect(await one.deliveries.claim('slack:share')).toBe(false);
  });

  const answer: AnswerUnderWay = {
    address: {
      platform: 'discord',
      community: undefined,
      channel: '1',
      thread: undefined,
      message: undefined,
    },
  };

  test('leave an answer to the one that gives it for as long as it says so', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const one = await openState(url, { clock: now, beatEveryMs: 5 });
    const other = await openState(url, { clock: now });
    const taken = await one.deliveries.begin('discord:1', answer);
    for (const _ of [1, 2, 3]) {
      pass(20_000);
      const later = new Date(now().getTime() + 30_000).toISOString();
      await expect
        .poll(async () => (await other.outbox.list('answer', undefined, 9))[0]?.nextTryAt)
        .toBe(later);
      expect(await other.outbox.due('discord', 9)).toEqual([]);
    }
    expect(await taken?.posting([])).toBe(true);
    await taken?.ended();
    pass(60_000);
    expect(await other.outbox.due('discord', 9)).toEqual([]);
  });

  test('give an answer over that one of them fell silent about, which then gives it no more', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const asleep = await openState(url, { clock: now, beatEveryMs: 60 * 60_000 });
    const other = await openState(url, { clock: now });
    const taken = await asleep.deliveries.begin('discord:1', answer);
    pass(31_000);
    expect(await other.outbox.due('discord', 9)).toEqual(['answer discord:1']);
    expect(await taken?.posting([])).toBe(false);
    await taken?.ended();
    expect(await other.outbox.due('discord', 9)).toEqual(['answer discord:1']);
  });
});

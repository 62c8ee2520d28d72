import { describe, expect, test } from 'vitest';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { UserKey } from '../../../src/core/keys.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import {
  completionsPerUserAMinute,
  usesPerUserAMinute,
} from '../../../src/storage/state/limits.ts';
import { answerTo, deliveryOf } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';

const user = 'slack:T1/U1';
const asker: Omit<Invocation, 'input'> = {
  platform: 'slack',
  user,
  community: 'slack:T1',
  channel: 'C1',
};

const fact: Input = { kind: 'command', command: 'fact', options: { claim: 'bridge' } };
const mention: Input = { kind: 'text', by: 'mention', text: 'bridge' };
const direct: Input = { kind: 'text', by: 'direct-message', text: 'bridge' };
const form: Input = { kind: 'form', id: 'fact', values: { claim: 'bridge' } };

async function start(operators: readonly UserKey[] = []) {
  let passedMs = 0;
  const { bot, state } = await createTestBot({
    packs: [rivertonPack([aClaim()])],
    operators,
    clock: () => new Date(testNow.getTime() + passedMs),
  });
  const ask = (input: Input, where: Partial<Invocation> = {}) =>
    bot.plan({ ...asker, ...where, input });
  return {
    bot,
    state,
    deliveryTo: (input: Input, where: Partial<Invocation> = {}) =>
      deliveryOf(bot, { ...asker, ...where, input }),
    said: async (input: Input) => replyToText(await answerTo(bot, { ...asker, input })),
    async useUp() {
      for (let use = 0; use < usesPerUserAMinute; use += 1) await ask(fact);
    },
    pass: (ms: number) => {
      passedMs += ms;
    },
  };
}

describe('somebody over the limit', () => {
  const overTheLimit: readonly [string, Input][] = [
    ['commands', fact],
    ['messages to check', { kind: 'message', text: 'The bridge is from 1932.' }],
    ['buttons', { kind: 'press', id: 'why.k3f9x2m8q1zt.0' }],
    ['claims without a text', { kind: 'command', command: 'fact', options: {} }],
    ['commands that are none', { kind: 'command', command: 'fect', options: {} }],
  ];

  test.each(overTheLimit)(
    'is told so once and in private, whatever %s follow',
    async (_, input) => {
      const { deliveryTo, useUp } = await start();
      await useUp();
      expect(await deliveryTo(input)).toBe('private');
      for (const [, again] of overTheLimit) expect(await deliveryTo(again)).toBe('none');
    },
  );

  test('is told so once in a direct message', async () => {
    const { deliveryTo, said, useUp } = await start();
    await useUp();
    expect(await said(direct)).toMatch(/more than I can answer at once/);
    expect(await deliveryTo(direct)).toBe('none');
    expect(await deliveryTo(fact)).toBe('none');
  });

  test('is never told so where others read it', async () => {
    const { deliveryTo, useUp } = await start();
    await useUp();
    expect(await deliveryTo(mention)).toBe('none');
    // What was not said there is news elsewhere.
    expect(await deliveryTo(fact)).toBe('private');
  });

  test('hears of every form that they filled in', async () => {
    const { deliveryTo, useUp } = await start();
    await useUp();
    expect(await deliveryTo(fact)).toBe('private');
    expect(await deliveryTo(form)).toBe('private');
    expect(await deliveryTo(form)).toBe('private');
  });

  test('is told again when the time that was named has passed', async () => {
    const { deliveryTo, useUp, pass } = await start();
    await useUp();
    expect(await deliveryTo(fact)).toBe('private');
    pass(60_001);
    expect(await deliveryTo(fact)).toBe('private');
    expect(await deliveryTo(fact)).toBe('none');
  });

  test('keeps nobody else from being told', async () => {
    const { deliveryTo, useUp } = await start();
    await useUp();
    await deliveryTo(fact);
    const other = { user: 'slack:T1/U2' } as const;
    expect(await deliveryTo(fact, other)).toBe('public');
  });
});

describe('what is offered unasked', () => {
  const limits = { count: 5, labelLength: 100, valueLength: 100 };
  const visitor = { user, community: 'slack:T1' } as const;
  const typing = { suggest: 'claim', typed: '', ...visitor } as const;

  test('is not offered to somebody who is blocked', async () => {
    const { bot, state } = await start();
    await state.blocked.add(user);
    expect(await bot.suggest(typing, limits)).toEqual([]);
    expect(await bot.suggest({ ...typing, suggest: 'topic' }, limits)).toEqual([]);
    const home = await bot.home(visitor);
    expect(home && replyToText(home)).toMatch(/decided that it does not answer you/);
  });

  test('is not offered more often than anybody types', async () => {
    const { bot } = await start();
    for (let use = 0; use < completionsPerUserAMinute; use += 1)
      expect(await bot.suggest(typing, limits)).not.toEqual([]);
    expect(await bot.suggest(typing, limits)).toEqual([]);
    const other = { ...typing, user: 'slack:T1/U2' } as const;
    expect(await bot.suggest(other, limits)).not.toEqual([]);
  });

  test('takes nothing from the questions that somebody may ask', async () => {
    const { bot, deliveryTo } = await start();
    for (let use = 0; use < completionsPerUserAMinute; use += 1) await bot.suggest(typing, limits);
    expect(await deliveryTo(fact)).toBe('public');
  });

  test('leaves the home page as it is for somebody over the limit', async () => {
    const { bot, useUp } = await start();
    expect(await bot.home(visitor)).toBeDefined();
    await useUp();
    expect(await bot.home(visitor)).toBeUndefined();
  });
});

describe('an operator', () => {
  const block = (name: string): Input => ({
    kind: 'command',
    command: 'fact-admin',
    subcommand: 'block',
    options: { user: name },
  });

  test.each(['slack:T1/U1', 'slack:U1', 'slack:u1', 'slack:T1/U9', 'discord:5'])(
    'can’t block %s, who is one',
    async (name) => {
      const { said, state } = await start([user, 'slack:U9', 'discord:5']);
      expect(await said(block(name))).toContain('runs this bot and can’t be blocked');
      expect(state.blocked.list()).toEqual([]);
    },
  );

  test('who was blocked before they were one is answered, offered and can let themselves go', async () => {
    const { bot, said, state, useUp } = await start([user]);
    await state.blocked.add(user);
    await useUp();
    expect(await said(fact)).toContain('1932');
    const limits = { count: 5, labelLength: 100, valueLength: 100 };
    expect(await bot.suggest({ suggest: 'claim', typed: '', user }, limits)).not.toEqual([]);
  });
});

test('a clock that is set back keeps no claim quiet', async () => {
  let now = new Date('2026-11-22T12:00:00Z');
  let passedMs = 0;
  const { bot } = await createTestBot({
    packs: [rivertonPack([aClaim()])],
    clock: () => now,
    stopwatch: () => passedMs,
  });
  const input = { ...fact, options: { claim: 'the riverton bridge is from 1932' } } as const;
  const ask = () => bot.plan({ ...asker, input });
  const first = await ask();
  if ('answer' in first) await first.answer();
  expect((await ask()).delivery).toBe('private');
  now = new Date('2026-01-26T12:00:00Z');
  passedMs = 5 * 60_000;
  expect((await ask()).delivery).toBe('public');
});

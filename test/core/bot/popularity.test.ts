import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot/bot.ts';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import { createPopularity } from '../../../src/core/bot/popularity.ts';
import { tellTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

test('what a community was told most comes first, and what it was told less than three times is not there', () => {
  const { add, top } = createPopularity();
  const told = { a: 3, b: 5, c: 2, d: 4 };
  for (const [id, times] of Object.entries(told))
    for (let time = 0; time < times; time += 1) add('slack:T1', `riverton/${id}`);
  expect(top('slack:T1')).toEqual(['riverton/b', 'riverton/d', 'riverton/a']);
  expect(top('slack:T2')).toEqual([]);
  expect(top(undefined)).toEqual([]);
});

describe('what is offered first before anything is typed', () => {
  const ids = ['bells', 'clock', 'roof'];
  const claims = ids.map((id) => aClaim({ id, claim: `The ${id} are old.`, wordings: [] }));
  const openBot = async () => (await createTestBot({ packs: [rivertonPack(claims)] })).bot;
  const first = async (bot: Bot, community?: `slack:${string}`) => {
    const limits = { count: 1, labelLength: 100, valueLength: 100 };
    const request = { suggest: 'claim', typed: '', user: 'slack:U2', community } as const;
    return (await bot.suggest(request, limits)).map(({ value }) => value);
  };

  const asked = (options = {}): Input => ({
    kind: 'command',
    command: 'fact',
    options: { claim: 'the roof are old', ...options },
  });
  const inChannel: Omit<Invocation, 'input'> = {
    platform: 'slack',
    user: 'slack:U1',
    community: 'slack:T1',
    channel: 'C1',
  };
  const mention: Input = { kind: 'text', by: 'mention', text: 'the roof are old' };

  async function tellThreeTimes(bot: Bot, invocation: Invocation): Promise<void> {
    for (let time = 0; time < 3; time += 1) await tellTo(bot, invocation);
  }

  test('is what the community’s channels were told', async () => {
    const bot = await openBot();
    await tellThreeTimes(bot, { ...inChannel, input: mention });
    expect(await first(bot, 'slack:T1')).toEqual(['riverton/roof']);
  });

  test.each<[string, Invocation]>([
    ['another community', { ...inChannel, community: 'slack:T2', input: mention }],
    ['people in private', { ...inChannel, input: asked({ private: true }) }],
    [
      'people in direct messages',
      {
        ...inChannel,
        channel: undefined,
        input: { kind: 'text', by: 'direct-message', text: 'the roof are old' },
      },
    ],
    [
      'people who look at lists',
      { ...inChannel, input: { kind: 'message', text: 'The roof are old.' } },
    ],
  ])('is not what %s asked', async (_, invocation) => {
    const bot = await openBot();
    await tellThreeTimes(bot, invocation);
    expect(await first(bot, 'slack:T1')).toEqual(['riverton/bells']);
    expect(await first(bot)).toEqual(['riverton/bells']);
  });
});

import { expect, test } from 'vitest';
import type { Input, Invocation, UserKey } from '../../src/core/invocation.ts';
import { createTestBot } from '../support/test-bot.ts';

const claim = 'krasner/philly-2021-562-homicides';
const fact = (options = {}): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim, ...options },
});
const by = (user: UserKey, input: Input): Invocation => ({
  platform: 'discord',
  user,
  community: 'discord:100',
  channel: '55',
  input,
});

test('everybody can read the sources of an answer that was shared', async () => {
  const { bot } = await createTestBot();
  const answer = await bot.answer(by('discord:1', fact({ private: true })));
  const share = answer.actions?.find(({ id }) => id.startsWith('share.'));
  const shared = await bot.answer(by('discord:1', { kind: 'press', id: share?.id ?? '' }));
  const [sources] = shared.actions ?? [];
  const press: Input = { kind: 'press', id: sources?.id ?? '' };
  expect((await bot.answer(by('discord:2', press))).title).toBe('Sources');
});

test.each<Input>([
  fact({ private: false }),
  { kind: 'form', id: 'fact', values: { claim, answer: 'public' } },
  { kind: 'text', by: 'mention', text: claim },
])(
  'an answer for all is not said again to the next asker, however it was asked for',
  async (input) => {
    const { bot } = await createTestBot();
    await bot.answer(by('discord:1', input));
    expect(bot.delivery(by('discord:2', fact()))).toBe('private');
    expect(bot.delivery(by('discord:2', fact({ private: false })))).toBe('public');
  },
);

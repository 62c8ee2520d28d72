import { expect, test } from 'vitest';
import { replyToText } from '../../src/core/reply-text.ts';
import { createTestBot } from '../support/test-bot.ts';

test('the home page and the topics offered hold nothing of packs that a community switched off', async () => {
  const { bot, state } = await createTestBot();
  const community = 'discord:100' as const;
  await state.communities.change(community, 'discord:7', { packs: ['another'] });
  const home = await bot.home({ user: 'discord:7', community });
  expect(replyToText(home)).not.toMatch(/krasner/i);
  const limits = { count: 25, labelLength: 100, valueLength: 100 };
  expect(bot.suggest({ suggest: 'topic', typed: '', community }, limits)).toEqual([]);
});

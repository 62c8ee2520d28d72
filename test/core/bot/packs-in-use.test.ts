import { expect, test } from 'vitest';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack, says } from '../../support/test-bot.ts';

test('the home page and the topics offered hold nothing of packs that a community switched off', async () => {
  const { bot, state } = await createTestBot();
  const community = 'discord:100' as const;
  await state.communities.change(community, 'discord:7', { packs: ['another'] });
  const home = await bot.home({ user: 'discord:7', community });
  expect(replyToText(home)).not.toMatch(/krasner/i);
  const limits = { count: 25, labelLength: 100, valueLength: 100 };
  expect(bot.suggest({ suggest: 'topic', typed: '', community }, limits)).toEqual([]);
});

test('help says of each pack whom to tell about a mistake, and only once what is the same for all', async () => {
  const riverton = rivertonPack([aClaim()]);
  const saltmarsh = {
    ...riverton,
    name: 'saltmarsh',
    title: 'Saltmarsh facts',
    corrections: 'Write to desk@saltmarsh.example.',
    claims: [aClaim({ ref: 'saltmarsh/harbour-bridge-opened-1932' })],
  };
  const { bot } = await createTestBot({ packs: [riverton, saltmarsh] });
  const help = replyToText(await answerTo(bot, says('help')));
  expect(help).toContain('Claims maintained by: The Riverton desk\n');
  expect(help).toContain('Riverton facts: Write to desk@riverton.example.\n');
  expect(help).toContain('Saltmarsh facts: Write to desk@saltmarsh.example.');
});

import { expect, test } from 'vitest';
import type { Invocation } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo, deliveryOf } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { inServer } from '../../support/in-server.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const text = 'the riverton bridge is from 1932';
const asked = inServer({ kind: 'command', command: 'fact', options: { claim: text } });

async function botWith(settings: object) {
  const { bot, state } = await createTestBot({ packs: [rivertonPack([aClaim()])] });
  await state.communities.change('discord:100', 'discord:7', settings);
  return bot;
}

test('answers are public in every channel, or in the chosen ones, and where there is no channel', async () => {
  const everywhere = await botWith({});
  expect(await deliveryOf(everywhere, asked)).toBe('public');
  const chosen = await botWith({ channels: ['66'] });
  expect(await deliveryOf(chosen, asked)).toBe('private');
  expect(await deliveryOf(chosen, { ...asked, channel: '66' })).toBe('public');
  expect(await deliveryOf(chosen, { ...asked, channel: undefined })).toBe('public');
});

test('a community that wants whole records gets them, mentions too, but not in direct messages', async () => {
  const bot = await botWith({ detail: 'full' });
  const how = async (where: Partial<Invocation>) =>
    replyToText(await answerTo(bot, { ...asked, ...where })).includes('Both read the minutes.');
  const mention = { kind: 'text', text, by: 'mention' } as const;
  const directMessage = { kind: 'text', text, by: 'direct-message' } as const;
  expect(await how({})).toBe(true);
  expect(await how({ channel: '56', input: mention })).toBe(true);
  expect(await how({ channel: '57', input: directMessage })).toBe(false);
  expect(await how({ channel: '58', input: directMessage, detail: 'full' })).toBe(true);
  expect(await how({ channel: '59', detail: 'short' })).toBe(false);
});

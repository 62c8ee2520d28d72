import { SnowflakeUtil } from 'discord.js';
import { beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../src/core/ports/adapter.ts';
import { type MessageEvent, world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';

let discord: StandInDiscord;
let adapter: Adapter;
beforeEach(async () => {
  ({ discord, adapter } = await startBotOnDiscord());
});

const question = 'did soros give krasner 1.45 million?';
const record = 'George Soros put $1.45 million into backing Larry Krasner';
const mention = `<@${world.bot.id}>`;

test('answers a mention with a reply to it that pings nobody', async () => {
  const asked = discord.write(`${mention} ${question}`);
  discord.deliver(asked);
  const answer = await discord.answerTo(asked);
  expect(answer.text).toContain(record);
  expect(answer.message).toMatchObject({
    message_reference: { message_id: asked.id, fail_if_not_exists: false },
    allowed_mentions: { parse: [], replied_user: false },
    nonce: asked.id,
    enforce_nonce: true,
  });
});

test.each([
  ['at the end', `${question} ${mention}`],
  ['in the old spelling', `<@!${world.bot.id}> ${question}`],
  ['twice', `${mention} ${question} ${mention}`],
])('finds its name %s of the text', async (_, content) => {
  const asked = discord.write(content);
  discord.deliver(asked);
  expect((await discord.answerTo(asked)).text).toContain(record);
});

test('does not read the name and number of an emoji as words of the claim', async () => {
  const { text } = await discord.mention(`${question} <:thinking:562562562562562562>`);
  expect(text).toContain(record);
});

test.each(['', '   ', 'help', '?'])('answers a mention that says %j with help', async (text) => {
  expect((await discord.mention(text)).text).toContain('/fact-search');
});

test('answers a direct message', async () => {
  expect((await discord.directMessage(question)).text).toContain(record);
});

test('answers a direct message that mentions it as one that does not', async () => {
  expect((await discord.directMessage(`${mention} ${question}`)).text).toContain(record);
});

test.each([
  [
    'another bot',
    { author: { id: '600000000000000001', username: 'other', discriminator: '0', bot: true } },
  ],
  ['itself', { author: world.bot }],
  ['a webhook', { webhook_id: '700000000000000001' }],
  ['Discord, about a pin', { type: 6 }],
])('says nothing to %s', async (_, fields) => {
  discord.deliver(discord.write(`${mention} ${question}`, fields));
  discord.deliver(discord.write(question, fields, { where: 'direct' }));
  await expectNothingPostedBefore(await discord.mention('help'));
});

test.each([
  ['everybody', '@everyone did soros give krasner 1.45 million?', { mention_everyone: true }],
  [
    'a role',
    '<@&800000000000000001> did soros give krasner 1.45 million?',
    { mention_roles: ['800000000000000001'] },
  ],
  ['nobody', 'did soros give krasner 1.45 million?', {}],
  ['it only by replying to its answer', 'I knew it', { type: 19, mentions: [world.bot] }],
])('says nothing to a message in a server that mentions %s', async (_, content, fields) => {
  discord.deliver(discord.write(content, fields));
  await expectNothingPostedBefore(await discord.mention('help'));
});

test('answers a reply that names it in the text', async () => {
  const asked = discord.write(`${mention} ${question}`, { type: 19 });
  discord.deliver(asked);
  expect((await discord.answerTo(asked)).text).toContain(record);
});

/** Events are taken in order: once a later one is answered and nothing is under way any more, silence is sure. */
async function expectNothingPostedBefore(last: unknown): Promise<void> {
  await adapter.stop(10_000);
  expect(discord.posted).toEqual([last]);
}

/** The same message after its author changed it, `afterMs` after they wrote it. */
function edit(of: MessageEvent, content: string, afterMs: number): void {
  const at = new Date(SnowflakeUtil.timestampFrom(of.id) + afterMs).toISOString();
  const mentions = content.includes(mention) ? [world.bot] : [];
  discord.gateway.dispatch('MESSAGE_UPDATE', { ...of, content, mentions, edited_timestamp: at });
}

test('answers a mention that is added within two minutes, once', async () => {
  const asked = discord.write(question);
  discord.deliver(asked);
  edit(asked, `${mention} ${question}`, 120_000);
  const answer = await discord.answerTo(asked);
  expect(answer.text).toContain(record);
  edit(asked, `${mention} ${question} please`, 120_000);
  await expectNothingPostedBefore(answer);
});

test('says nothing to a mention that is added later, nor again to one that was answered', async () => {
  const late = discord.write(question);
  discord.deliver(late);
  edit(late, `${mention} ${question}`, 120_001);
  const asked = discord.write(`${mention} ${question}`);
  discord.deliver(asked);
  const answer = await discord.answerTo(asked);
  edit(asked, `${mention} ${question}!`, 1000);
  await expectNothingPostedBefore(answer);
});

test('says nothing when a link in a message that came before the bot gets its card', async () => {
  const linked = discord.write(`${mention} ${question} https://news.example`);
  const embeds = [{ type: 'link', title: question }];
  discord.gateway.dispatch('MESSAGE_UPDATE', { ...linked, embeds });
  await expectNothingPostedBefore(await discord.mention('help'));
});

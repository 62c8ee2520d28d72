import { describe, expect, test } from 'vitest';
import { type From, world } from '../../support/discord/events.ts';
import { prepareBotOnDiscord, startBotOnDiscord } from '../../support/discord/running-bot.ts';
import { startStandInDiscord } from '../../support/discord/stand-in-discord.ts';

const claim = 'philly 562 homicides 2021';
const record = 'Claim: krasner/philly-2021-562-homicides';
const manager = { user: '400000000000000003', manager: true };
const abroad: From = { where: 'abroad', manager: true };

describe('in a server that has not installed the bot', () => {
  const everywhere = { guildId: undefined };

  test('somebody who brought it along is answered, also with what buttons do', async () => {
    const { discord } = await startBotOnDiscord(everywhere);
    const answer = await discord.slash('fact', { claim }, abroad);
    expect(answer.text).toContain(record);
    const sources = await discord.press(answer, 'Sources with quotes', abroad);
    const next = await discord.press(sources, 'Next page', abroad);
    expect(next.text).toContain('Page 2 of');
    const form = await discord.formUnder(answer, 'Wrong match', abroad);
    expect((await discord.submit(form, {})).text).toContain('Thank you');
  });

  test('a message can be checked', async () => {
    const { discord } = await startBotOnDiscord(everywhere);
    const { text, private: hidden } = await discord.check(claim, abroad);
    expect(text).toContain('krasner/philly-2021-562-homicides');
    expect(hidden).toBe(true);
  });

  test('that server’s settings are neither read nor offered', async () => {
    const { discord, state } = await startBotOnDiscord(everywhere);
    await state.communities.change(`discord:${world.foreignGuild}`, 'discord:1', {
      answers: 'private',
    });
    const answer = await discord.slash('fact', { claim }, abroad);
    expect(answer.private).toBe(false);
    expect(() => discord.type('fact-settings status', {}, abroad)).toThrow('no command');
  });

  test('an answer can’t be shared: the bot could not post it', async () => {
    const { discord } = await startBotOnDiscord(everywhere);
    const answer = await discord.slash('fact', { claim, private: true }, abroad);
    expect(() => discord.pressing(answer, 'Share to channel', abroad)).toThrow(
      "can't be pressed here",
    );
  });
});

describe('where a community allows public answers', () => {
  async function startWithOneChannel() {
    const running = await startBotOnDiscord();
    const form = await running.discord.formOf('fact-settings answers', manager);
    await running.discord.submit(form, { 'Channels for public answers': [world.channel] });
    return running;
  }

  test.each([
    ['in the channel', 'guild', false],
    ['in a thread of the channel', 'thread', false],
    ['in another channel', 'other-channel', true],
  ] as const)('a command %s is answered so', async (_, where, hidden) => {
    const { discord } = await startWithOneChannel();
    const answer = await discord.slash('fact', { claim }, { where });
    expect(answer.private).toBe(hidden);
  });

  test('a mention elsewhere is not answered', async () => {
    const { discord } = await startWithOneChannel();
    const elsewhere = discord.write(`<@${world.bot.id}> ${claim}`, {}, { where: 'other-channel' });
    discord.deliver(elsewhere);
    const answer = await discord.mention(claim, { where: 'thread' });
    expect(discord.posted).toEqual([answer]);
  });
});

describe('in a direct message', () => {
  test('the same claim is answered again: there is nobody who saw it before', async () => {
    const { discord } = await startBotOnDiscord({ guildId: undefined });
    await discord.slash('fact', { claim }, { where: 'direct' });
    const { text } = await discord.slash('fact', { claim }, { where: 'direct' });
    expect(text).not.toContain('a moment ago');
  });
});

describe('the language', () => {
  test('of an answer is the asker’s', async () => {
    const { discord } = await startBotOnDiscord();
    const { text } = await discord.slash('fact-help', {}, { locale: 'fr' });
    expect(text).not.toContain('Ask me about a claim');
  });

  test.each([
    ['the one that a community has chosen for itself', { features: ['COMMUNITY'] }, true],
    ['English where the server never chose', { features: [] }, false],
  ])('of an answer to a mention is %s', async (_, fields, chosen) => {
    const on = await startStandInDiscord({ preferred_locale: 'es-ES', ...fields });
    const { adapter, discord } = await prepareBotOnDiscord({}, {}, on);
    await adapter.start();
    const { text } = await discord.mention('help');
    expect(text.includes('Ask me about a claim')).toBe(!chosen);
  });
});

describe('the communities that the bot is in', () => {
  const here = `discord:${world.guild}`;
  const there = 'discord:200000000000000077';

  test('are those it finds when it connects, joins and has not left', async () => {
    const { discord, state } = await startBotOnDiscord();
    await expect.poll(() => state.communities.list()).toEqual([here]);
    discord.addToGuild('200000000000000077');
    await expect.poll(() => state.communities.list()).toEqual([here, there]);
  });

  test('are left when it is removed, and not when Discord can’t reach them for a while', async () => {
    const told: string[] = [];
    const communities = {
      joined: async (key: string) => void told.push(`joined ${key}`),
      left: async (key: string) => void told.push(`left ${key}`),
    };
    const { discord } = await startBotOnDiscord({ communities });
    discord.removeFromGuild(world.guild, { unavailable: true });
    discord.addToGuild('200000000000000077');
    discord.removeFromGuild('200000000000000077');
    await expect.poll(() => told).toEqual([`joined ${here}`, `joined ${there}`, `left ${there}`]);
  });
});

test('the link to add the bot is logged at the start, with the least permissions', async () => {
  const { logged } = await startBotOnDiscord();
  const [link = ''] = logged.join('\n').match(/https:\/\/discord\.com\/oauth2\/authorize\S+/) ?? [];
  const { searchParams } = new URL(link);
  const [view, send, embed, history, sendInThreads] = [10n, 11n, 14n, 16n, 38n];
  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: world.application,
    scope: 'bot applications.commands',
    permissions: String(
      [view, send, embed, history, sendInThreads].reduce((sum, bit) => sum | (1n << bit), 0n),
    ),
  });
});

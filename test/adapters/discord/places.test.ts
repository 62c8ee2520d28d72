import { describe, expect, test } from 'vitest';
import type { Memberships } from '../../../src/adapters/discord/watch-communities.ts';
import type { CommunityKey } from '../../../src/core/keys.ts';

import { createState } from '../../../src/storage/state/state.ts';
import { type From, world } from '../../support/discord/events.ts';
import { prepareBotOnDiscord, startBotOnDiscord } from '../../support/discord/running-bot.ts';
import { startStandInDiscord } from '../../support/discord/stand-in-discord.ts';
import { silentLog } from '../../support/test-bot.ts';

const claim = 'philly 562 homicides 2021';
const record = 'Philadelphia recorded 562 homicides in 2021.';
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
    const { discord, adapter } = await startWithOneChannel();
    const elsewhere = discord.write(`<@${world.bot.id}> ${claim}`, {}, { where: 'other-channel' });
    discord.deliver(elsewhere);
    const answer = await discord.mention(claim, { where: 'thread' });
    await adapter.stop(10_000);
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
  const here: CommunityKey = `discord:${world.guild}`;
  const there = 'discord:200000000000000077';

  test('are those it finds when it connects, joins and has not left', async () => {
    const { discord, state } = await startBotOnDiscord();
    await expect.poll(() => state.communities.list()).toEqual([here]);
    discord.addToGuild('200000000000000077');
    await expect.poll(() => state.communities.list()).toEqual([here, there]);
  });

  function recordMemberships(known: readonly CommunityKey[] = []) {
    const told: string[] = [];
    const communities: Memberships = {
      joined: async (key) => void told.push(`joined ${key}`),
      left: async (key) => void told.push(`left ${key}`),
      list: async () => known,
    };
    return { told, communities };
  }

  test('are left when it is removed, and not when Discord can’t reach them for a while', async () => {
    const { told, communities } = recordMemberships();
    const { discord } = await startBotOnDiscord({ communities });
    discord.removeFromGuild(world.guild, { unavailable: true });
    discord.addToGuild('200000000000000077');
    discord.removeFromGuild('200000000000000077');
    await expect.poll(() => told).toEqual([`joined ${here}`, `joined ${there}`, `left ${there}`]);
  });

  test('are forgotten as well where it was removed while it was not running', async () => {
    let now = new Date('2026-11-22T12:00:00Z');
    const state = await createState('memory:', silentLog, { clock: () => now });
    for (const key of [here, there] as const) {
      await state.communities.change(key, 'discord:1', { answers: 'private' });
    }
    const left: string[] = [];
    const communities: Memberships = {
      ...state.communities,
      async left(key) {
        await state.communities.left(key);
        left.push(key);
      },
    };
    await startBotOnDiscord({ communities }, { state });
    await expect.poll(() => left).toEqual([there]);
    now = new Date('2027-01-22T12:00:00Z');
    expect(await state.communities.removeLeft()).toEqual([there]);
    expect(state.communities.settings(there).answers).toBe('public');
    expect(state.communities.settings(here).answers).toBe('private');
  });

  test('are compared at every new session; those out of reach or on Slack stay', async () => {
    const outOfReach = '200000000000000088';
    const { told, communities } = recordMemberships([
      here,
      there,
      `discord:${outOfReach}`,
      'slack:T1',
    ]);
    const { discord } = await startBotOnDiscord({ communities });
    await expect.poll(() => told).toContain(`left ${there}`);
    expect(told).toContain(`left discord:${outOfReach}`);
    told.length = 0;
    discord.servers.add(outOfReach);
    const reconnected = discord.gateway.nextConnection();
    discord.gateway.disconnect(4007);
    await reconnected;
    await expect.poll(() => told).toContain(`left ${there}`);
    expect(told).toEqual([`joined ${here}`, `joined discord:${outOfReach}`, `left ${there}`]);
  });

  test('on another shard are not this connection’s to judge', async () => {
    // Bit 22 of an id tells the shard where there are two: https://discord.com/developers/docs/events/gateway#sharding
    const onThisShard = 'discord:200000000004194381';
    const { told, communities } = recordMemberships([there, onThisShard]);
    const on = await startStandInDiscord({}, { shard: [1, 2] });
    const { adapter } = await prepareBotOnDiscord({ communities }, {}, on);
    await adapter.start();
    await expect.poll(() => told).toEqual([`joined ${here}`, `left ${onThisShard}`]);
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

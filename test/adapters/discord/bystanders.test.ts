import { Base, type Client, Events } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../../src/adapters/discord/create-client.ts';
import { newId, user, world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import {
  type StandInDiscord,
  startStandInDiscord,
} from '../../support/discord/stand-in-discord.ts';

const bystanders = 3000;
const inGuild = { guild_id: world.guild, channel_id: world.channel } as const;
const member = (id: string) => ({ user: user(id), roles: [], joined_at: null });

/** What somebody does whom the bot has nothing to do with. */
const doings: Readonly<Record<string, (discord: StandInDiscord, id: string) => void>> = {
  'write in a server': (discord, id) => discord.deliver(discord.write('hello', {}, { user: id })),
  'write in a thread': (discord, id) =>
    discord.deliver(discord.write('hello', {}, { user: id, where: 'thread' })),
  'mention somebody': (discord, id) => {
    const mentions = [{ ...user(id), member: { roles: [], joined_at: null } }];
    discord.deliver(discord.write(`<@${id}>`, { mentions }));
  },
  'are answered': (discord, id) => {
    const referenced_message = discord.write('hello', {}, { user: id });
    discord.deliver(discord.write('hi', { type: 19, referenced_message }));
  },
  'write to the bot': (discord, id) => {
    const channel_id = newId();
    discord.deliver(discord.write('hello', { channel_id }, { user: id, where: 'direct' }));
  },
  'use its commands in direct messages': (discord, id) => {
    const event = discord.type('fact', { claim: 'hello' }, { user: id, where: 'direct' });
    const channel_id = newId();
    discord.gateway.dispatch('INTERACTION_CREATE', {
      ...event,
      channel_id,
      channel: { id: channel_id, type: 1 },
    });
  },
  type: ({ gateway }, id) =>
    gateway.dispatch('TYPING_START', { ...inGuild, user_id: id, timestamp: 1, member: member(id) }),
  react: ({ gateway }, id) =>
    gateway.dispatch('MESSAGE_REACTION_ADD', {
      ...inGuild,
      user_id: id,
      message_id: newId(),
      member: member(id),
      emoji: { id: null, name: '👍' },
    }),
  talk: ({ gateway }, id) =>
    gateway.dispatch('VOICE_STATE_UPDATE', {
      ...inGuild,
      user_id: id,
      session_id: id,
      member: member(id),
    }),
  'go online': ({ gateway }, id) =>
    gateway.dispatch('PRESENCE_UPDATE', {
      guild_id: world.guild,
      user: { id },
      status: 'online',
      activities: [],
      client_status: {},
    }),
  join: ({ gateway }, id) =>
    gateway.dispatch('GUILD_MEMBER_ADD', { guild_id: world.guild, ...member(id) }),
  'enter a thread': ({ gateway }, id) =>
    gateway.dispatch('THREAD_MEMBERS_UPDATE', {
      id: world.thread,
      guild_id: world.guild,
      member_count: 1,
      added_members: [
        { id: world.thread, user_id: id, join_timestamp: '2026-11-22T12:00:00Z', flags: 0 },
      ],
    }),
};

/** How many things of Discord's a client holds on to, by their kind. */
function held(client: Client): ReadonlyMap<string, number> {
  const seen = new Set<unknown>();
  const counts = new Map<string, number>();
  const open: unknown[] = [client];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof Base)
      counts.set(one.constructor.name, (counts.get(one.constructor.name) ?? 0) + 1);
    if (one instanceof Map) open.push(...one.values());
    if (one instanceof Set) open.push(...one);
    for (const key of Reflect.ownKeys(one))
      open.push(Object.getOwnPropertyDescriptor(one, key)?.value);
  }
  return counts;
}

test.each(Object.entries(doings))(
  'people who only %s are not remembered, however many they are',
  async (_, doing) => {
    // Registers the commands that people use here.
    const { discord, adapter } = await startBotOnDiscord({ guildId: undefined });
    await adapter.stop(1000);
    const other = await startStandInDiscord();
    onTestFinished(() => other.stop());
    other.setCommands('global', discord.commands('global'));
    const client = createClient(other.apiUrl);
    onTestFinished(() => client.destroy());
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(world.token);
    await ready;
    for (let index = 0; index < bystanders; index += 1) doing(other, newId());
    const last = other.write('that was all');
    const arrived = new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, ({ id }) => id === last.id && resolve());
    });
    other.deliver(last);
    await arrived;
    const most = Math.max(...held(client).values());
    expect(most).toBeLessThan(1100);
  },
);

import { expect, onTestFinished } from 'vitest';
import { createDiscordAdapter } from '../../src/adapters/discord/create-discord-adapter.ts';
import { createSlackAdapter } from '../../src/adapters/slack/create-slack-adapter.ts';
import { type Chat, createChats } from '../../src/chats.ts';
import type { DigestSettings } from '../../src/core/digest/places.ts';
import { createRecordingLog } from '../storage/state/recording-log.ts';
import { adminSays } from './admin-says.ts';
import { world } from './discord/events.ts';
import { startStandInDiscord } from './discord/stand-in-discord.ts';
import { createSlackPeople } from './slack/slack-people.ts';
import { startSlackServer, tokens } from './slack/slack-server.ts';
import { startSocketMode } from './slack/socket-mode.ts';
import { createTestBot } from './test-bot.ts';
import { testClock } from './test-day.ts';

/** A busy machine takes its time over a connection. */
export const patience = { timeout: 40_000 };

const operator = 'console:local';

/** The bot on a Discord and a Slack of its own, each through its real SDK. A new try comes after `pauseMs`. */
export async function prepareTwoChats({
  pauseMs = 10,
  digest = { channels: [], people: [] },
}: {
  readonly pauseMs?: number;
  readonly digest?: DigestSettings;
} = {}) {
  const discord = await startStandInDiscord();
  const server = await startSlackServer();
  const socket = startSocketMode(server);
  const log = createRecordingLog();
  const chats = createChats({ log, clock: testClock, pauseMs });
  const { bot, state, senders, outgoing } = await createTestBot({
    operators: [operator],
    connections: chats,
    digest,
  });
  const { communities, deliveries } = state;
  const shared = { bot, communities, deliveries, senders, log };
  const all: readonly Chat[] = [
    {
      platform: 'discord',
      name: 'Discord',
      createAdapter: (onFatal) =>
        createDiscordAdapter({
          ...shared,
          token: world.token,
          guildId: world.guild,
          apiUrl: discord.apiUrl,
          onFatal,
        }),
    },
    {
      platform: 'slack',
      name: 'Slack',
      createAdapter: (onFatal) =>
        createSlackAdapter({
          ...shared,
          transport: { kind: 'socket', botToken: tokens.bot, appToken: tokens.app },
          apiUrl: server.apiUrl,
          onFatal,
        }),
    },
  ];
  onTestFinished(async () => {
    await chats.stop(1000);
    await discord.stop();
    socket.stop();
    await server.stop();
  });
  return {
    discord,
    server,
    outgoing,
    people: createSlackPeople(server, socket.deliver),
    logged: (line: string) => expect.poll(() => log.lines, patience).toContain(line),
    run: () => chats.run(all),
    status: () => adminSays(bot, 'status'),
  };
}

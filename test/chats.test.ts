import { describe, expect, onTestFinished, test } from 'vitest';
import { createDiscordAdapter } from '../src/adapters/discord/create-discord-adapter.ts';
import { createSlackAdapter } from '../src/adapters/slack/create-slack-adapter.ts';
import { type Chat, createChats } from '../src/chats.ts';
import { parseCommandLine } from '../src/core/bot/command-line.ts';
import { replyToText } from '../src/core/reply/reply-text.ts';
import { createRecordingLog } from './storage/state/recording-log.ts';
import { answerTo } from './support/answer-to.ts';
import { world } from './support/discord/events.ts';
import { startStandInDiscord } from './support/discord/stand-in-discord.ts';
import { createSlackPeople } from './support/slack/slack-people.ts';
import { startSlackServer, tokens } from './support/slack/slack-server.ts';
import { startSocketMode } from './support/slack/socket-mode.ts';
import { createTestBot } from './support/test-bot.ts';
import { testClock } from './support/test-day.ts';

/** A busy machine takes its time over a connection. */
const patience = { timeout: 15_000 };

const question = 'philly 562 homicides 2021';
const operator = 'console:local';

/** The bot on a Discord and a Slack of its own, each through its real SDK. A new try comes after `pauseMs`. */
async function prepareTwoChats({ pauseMs = 10 } = {}) {
  const discord = await startStandInDiscord();
  const server = await startSlackServer();
  const socket = startSocketMode(server);
  const log = createRecordingLog();
  const chats = createChats({ log, clock: testClock, pauseMs });
  const { bot, state, senders } = await createTestBot({
    operators: [operator],
    connections: chats,
  });
  const { communities, deliveries } = state;
  const shared = { bot, communities, deliveries, senders, log };
  const all: readonly Chat[] = [
    {
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
    people: createSlackPeople(server, socket.deliver),
    logged: (line: string) => expect.poll(() => log.lines, patience).toContain(line),
    run: () => chats.run(all),
    async status(): Promise<string> {
      const command = bot.commands.find(({ name }) => name === 'fact-admin');
      if (!command) throw new Error('no fact-admin');
      const input = parseCommandLine(command, 'status');
      return replyToText(await answerTo(bot, { platform: 'console', user: operator, input }));
    },
  };
}

describe('a chat that fails', () => {
  test('at the start leaves the other alone, and comes by itself once it can', async () => {
    const { discord, server, people, logged, run, status } = await prepareTwoChats();
    server.failNext('auth.test', { error: 'token_revoked' }, { error: 'token_revoked' });
    void run();
    await logged('info Answering on Discord');
    expect((await discord.slash('fact', { claim: question })).text).toContain('562');
    await logged('info Answering on Slack again');
    expect((await people.directMessage(question)).text).toContain('562');
    expect(await status()).toMatch(/Discord: connected\n.*Slack: connected/);
  });

  test('while it runs is named to operators with what to fix, and is tried again', async () => {
    const { discord, server, people, logged, run, status } = await prepareTwoChats();
    void run();
    await logged('info Answering on Discord and Slack');
    server.failNext('chat.postMessage', { error: 'account_inactive' });
    server.failNext('auth.test', ...Array(3).fill({ error: 'account_inactive' }));
    await people.event({
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      ts: '1.1',
      text: question,
    });
    await expect
      .poll(status, patience)
      .toMatch(
        /Slack: not connected, next try at 20.*\n.*Slack refuses SLACK_BOT_TOKEN \(account_inactive\)/,
      );
    expect((await discord.slash('fact', { claim: question })).text).toContain('562');
    await logged('info Answering on Slack again');
    expect((await people.directMessage(question)).text).toContain('562');
  });

  test.each([4004, 4014])(
    'because Discord closes with %i leaves Slack alone, and is tried again',
    async (code) => {
      const { discord, people, logged, run } = await prepareTwoChats();
      void run();
      await logged('info Answering on Discord and Slack');
      discord.gateway.disconnect(code);
      expect((await people.directMessage(question)).text).toContain('562');
      await logged('info Answering on Discord again');
      expect((await discord.slash('fact', { claim: question })).text).toContain('562');
    },
  );
});

test('the program has something to end for only when no chat is left, and says all that is to be fixed', async () => {
  const { discord, server, logged, run } = await prepareTwoChats({ pauseMs: 60_000 });
  server.failNext('auth.test', { error: 'invalid_auth' });
  const ended = run();
  await logged('info Answering on Discord');
  discord.gateway.disconnect(4004);
  const { message } = await ended;
  expect(message).toMatch(/^Discord closed .*DISCORD_TOKEN.*\nSlack refuses SLACK_BOT_TOKEN/);
});

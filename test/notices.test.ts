import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ChatConnection, Connections } from '../src/core/ports/connections.ts';
import { createState } from '../src/storage/state/state.ts';
import { aClaim } from './support/claims.ts';
import { everywhere } from './support/digest-everywhere.ts';
import type { StandInDiscord } from './support/discord/stand-in-discord.ts';
import { patience, prepareTwoChats } from './support/prepare-two-chats.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import type { SlackServer } from './support/slack/slack-server.ts';
import { startBothChats } from './support/start-both-chats.ts';
import { createTestBot, rivertonPack, silentLog } from './support/test-bot.ts';
import { testNow } from './support/test-day.ts';

const packs = [rivertonPack([aClaim()])];
const noticesOf = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => /on (Slack|Discord)|broken packs/i.test(text));
const onDiscord = ({ posted }: Pick<StandInDiscord, 'posted'>) =>
  noticesOf(posted.map(({ text }) => text));
const onSlack = ({ messages }: Pick<SlackServer, 'messages'>, to: string) =>
  noticesOf(
    messages.filter(({ channel }) => channel === to).map(({ blocks }) => blocksToShownText(blocks)),
  );

describe('a chat that fails, and is back, is told to operators over the other one', () => {
  test('Slack, whose token was revoked, on Discord', async () => {
    const { discord, server, outgoing, run } = await prepareTwoChats({ digest: everywhere });
    const told = () => outgoing.work().then(() => onDiscord(discord));
    server.failNext('auth.test', ...Array(8).fill({ error: 'token_revoked' }));
    void run();
    const failed = /Not on Slack\s.*SLACK_BOT_TOKEN \(token_revoked\).*2026-11-29/s;
    await expect.poll(told, patience).toEqual([expect.stringMatching(failed)]);
    const back = expect.stringContaining('On Slack again');
    await expect.poll(told, patience).toEqual([expect.anything(), back]);
    expect([...onSlack(server, 'CDESK'), ...onSlack(server, 'UBOSS')]).toEqual([]);
  });

  test('Discord, which closed for good, on Slack, in a channel and to a person', async () => {
    const { discord, server, outgoing, logged, run } = await prepareTwoChats({
      digest: everywhere,
      pauseMs: 1500,
    });
    void run();
    await logged('info Answering on Discord and Slack');
    discord.gateway.disconnect(4014);
    const told = (to: string) => () => outgoing.work().then(() => onSlack(server, to));
    const both = [
      expect.stringMatching(/Not on Discord\s/),
      expect.stringContaining('On Discord again'),
    ];
    await expect.poll(told('CDESK'), patience).toEqual(both);
    await expect.poll(told('UBOSS'), patience).toEqual(both);
    expect(onDiscord(discord)).toEqual([]);
  });
});

/** Processes over one store, each of which sees Slack fare as it is told; the notices go to Discord. */
async function processes(count: number, digest = everywhere) {
  let now = testNow.getTime();
  const clock = () => new Date(now);
  const state = await createState('memory:', silentLog, { clock });
  const seen = Array.from({ length: count }, (): ChatConnection['trouble'] => undefined);
  const bots = await Promise.all(
    seen.map((_, index) => {
      const list: Connections['list'] = () => [
        { platform: 'slack', name: 'Slack', trouble: seen[index] },
        { platform: 'discord', name: 'Discord', trouble: undefined },
      ];
      return createTestBot({ packs, state, digest, clock, connections: { list } });
    }),
  );
  const [first] = bots;
  if (!first) throw new Error('no process');
  const { discord } = await startBothChats(first, state);
  return {
    async at(minutes: number, ...fares: readonly ('there' | 'gone')[]): Promise<string> {
      now = testNow.getTime() + minutes * 60_000;
      for (const [index, how] of fares.entries()) {
        const trouble = { problem: 'The token was revoked.', nextTryAt: clock().toISOString() };
        seen[index] = how === 'gone' ? trouble : undefined;
      }
      for (const { outgoing } of [...bots, ...bots]) await outgoing.work();
      const titles = discord.posted.map(
        ({ text }) => /Not on Slack|On Slack again/.exec(text)?.[0],
      );
      return titles.filter(Boolean).join(', ');
    },
  };
}

describe('a failure', () => {
  test('is told once, and so is its end, however many processes see it', async () => {
    const { at } = await processes(3);
    expect(await at(0, 'gone', 'there', 'gone')).toBe('Not on Slack');
    expect(await at(5, 'gone', 'gone', 'gone')).toBe('Not on Slack');
    expect(await at(200, 'gone', 'gone', 'gone')).toBe('Not on Slack');
    expect(await at(201, 'there', 'there', 'there')).toBe('Not on Slack, On Slack again');
    expect(await at(300, 'there', 'there', 'there')).toBe('Not on Slack, On Slack again');
  });

  test('that comes and goes is told once an hour, and at last as it is', async () => {
    const { at } = await processes(2);
    const firstHour = 'Not on Slack, On Slack again';
    await at(0, 'gone', 'gone');
    for (let minute = 1; minute < 58; minute += 2) {
      expect(await at(minute, 'there', 'there')).toBe(firstHour);
      expect(await at(minute + 1, 'gone', 'gone')).toBe(firstHour);
    }
    expect(await at(62, 'gone', 'gone')).toBe(`${firstHour}, Not on Slack`);
    expect(await at(63, 'there', 'there')).toBe(`${firstHour}, ${firstHour}`);
  });

  test('is told nobody where no place is set', async () => {
    const { at } = await processes(1, { channels: [], people: [] });
    expect(await at(0, 'gone')).toBe('');
  });
});

test('a start with broken packs is told once an hour, however many processes start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factbot-notices-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  let now = testNow;
  const clock = () => now;
  const state = await createState('memory:', silentLog, { clock });
  const good = await createTestBot({ packs, state, clock });
  const { discord, slack } = await startBothChats(good, state);
  await writeFile(join(folder, 'stray.yaml'), 'id: broken\n');
  const startBroken = async () => {
    const { outgoing, senders } = await createTestBot({
      dataDir: folder,
      state,
      digest: everywhere,
      clock,
    });
    for (const platform of ['discord', 'slack'] as const) {
      const sender = good.senders.of(platform);
      if (sender) senders.connect(platform, sender);
    }
    await outgoing.work();
    await outgoing.work();
  };
  const told = () => [onDiscord(discord), onSlack(slack.server, 'CDESK')];
  await startBroken();
  await startBroken();
  const notice = expect.stringMatching(
    /Started with broken packs\s.*answers from the last good set/s,
  );
  expect(told()).toEqual([[notice], [notice]]);
  now = new Date(testNow.getTime() + 61 * 60_000);
  await startBroken();
  expect(told()).toEqual([Array(2).fill(notice), Array(2).fill(notice)]);
});

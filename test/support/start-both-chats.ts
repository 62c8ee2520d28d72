import { onTestFinished } from 'vitest';
import type { State } from '../../src/storage/state/state.ts';
import { createSilentAdapter } from './discord/silent-adapter.ts';
import { type StandInDiscord, startStandInDiscord } from './discord/stand-in-discord.ts';
import { type RunningSlack, startSlack } from './slack/start-slack.ts';
import type { TestBot } from './test-bot.ts';

/** One bot on both stand-in platforms, through their real clients, until the test ends. */
export async function startBothChats(
  { bot, senders }: Pick<TestBot, 'bot' | 'senders'>,
  { deliveries, communities }: Pick<State, 'deliveries' | 'communities'>,
): Promise<{ discord: StandInDiscord; slack: RunningSlack }> {
  const discord = await startStandInDiscord();
  onTestFinished(() => discord.stop());
  const adapter = createSilentAdapter(discord, { bot, senders, deliveries, communities });
  onTestFinished(() => adapter.stop(1000));
  await adapter.start();
  const slack = await startSlack({ bot, transport: 'socket', senders });
  onTestFinished(() => slack.stop());
  return { discord, slack };
}

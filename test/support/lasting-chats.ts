import { onTestFinished } from 'vitest';
import type { Bot } from '../../src/core/bot/bot.ts';
import type { Pack } from '../../src/core/claims/pack.ts';
import { createConnectedSenders } from '../../src/core/outbox/connected-senders.ts';
import type { Deliveries } from '../../src/core/ports/deliveries.ts';
import { createSilentAdapter } from './discord/silent-adapter.ts';
import { startStandInDiscord } from './discord/stand-in-discord.ts';
import { startSlack } from './slack/start-slack.ts';
import { createTestBot } from './test-bot.ts';

/** What of the bot lives and dies with its process. */
export interface Process {
  readonly bot: Bot;
  readonly deliveries: Deliveries;
}

export type LastingChats = Awaited<ReturnType<typeof startLastingChats>>;

/** Both platforms and the connections to them, behind which one process follows another. */
export async function startLastingChats(packs: readonly Pack[]) {
  const senders = createConnectedSenders();
  const made = await createTestBot({ packs });
  let current: Process = { bot: made.bot, deliveries: made.state.deliveries };
  const bot: Bot = { ...made.bot, plan: (...asked) => current.bot.plan(...asked) };
  const deliveries: Deliveries = {
    claim: (event) => current.deliveries.claim(event),
    release: (event) => current.deliveries.release(event),
    begin: (event, answer) => current.deliveries.begin(event, answer),
  };
  const discord = await startStandInDiscord();
  const adapter = createSilentAdapter(discord, {
    bot,
    senders,
    deliveries,
    communities: made.state.communities,
  });
  await adapter.start();
  const slack = await startSlack({ bot, transport: 'socket', senders, deliveries });
  onTestFinished(async () => {
    await adapter.stop(10);
    await discord.stop();
    await slack.stop(10);
  });
  return {
    discord,
    slack,
    senders,
    handOverTo(next: Process): void {
      current = next;
    },
  };
}

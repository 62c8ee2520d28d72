import { createDiscordAdapter } from '../../src/adapters/discord/create-discord-adapter.ts';
import type { Bot } from '../../src/core/bot/bot.ts';
import { createConnectedSenders } from '../../src/core/outbox/connected-senders.ts';
import type { State } from '../../src/storage/state/state.ts';
import { world } from '../../test/support/discord/events.ts';
import { startStandInDiscord } from '../../test/support/discord/stand-in-discord.ts';
import { startSlack } from '../../test/support/slack/start-slack.ts';
import { createTestBot, silentLog } from '../../test/support/test-bot.ts';

/** Both platforms give up after 3 s. */
const interactions = 500;
const overMs = 30_000;

const questions = [
  'did soros give krasner 1.45 million?',
  'philly 562 homicides 2021',
  'is krasner anti-police?',
  'what is the capital of France',
];

type Ask = (question: string) => Promise<unknown>;

interface Platform {
  readonly name: string;
  readonly ask: Ask;
  stop(): Promise<void>;
}

async function onDiscord(bot: Bot, { deliveries, communities }: State): Promise<Platform> {
  const discord = await startStandInDiscord();
  const adapter = createDiscordAdapter({
    bot,
    token: world.token,
    apiUrl: discord.apiUrl,
    deliveries,
    senders: createConnectedSenders(),
    communities,
    log: silentLog,
    onFatal: (error) => console.error(error),
  });
  await adapter.start();
  return {
    name: 'Discord',
    async ask(claim) {
      const event = discord.type('fact', { claim });
      discord.deliver(event);
      await discord.acknowledgementOf(event);
    },
    async stop() {
      await adapter.stop(5000);
      await discord.stop();
    },
  };
}

async function onSlack(bot: Bot): Promise<Platform> {
  const slack = await startSlack({ bot, transport: 'socket' });
  return { name: 'Slack', ask: (claim) => slack.act.slash('/fact', claim), stop: slack.stop };
}

async function measure(ask: Ask): Promise<readonly number[]> {
  const waits: Promise<number>[] = [];
  for (let asked = 0; asked < interactions; asked += 1) {
    const began = performance.now();
    const question = questions[asked % questions.length] ?? '';
    waits.push(ask(question).then(() => performance.now() - began));
    await new Promise((resolve) => setTimeout(resolve, overMs / interactions));
  }
  return (await Promise.all(waits)).toSorted((one, other) => one - other);
}

/** Prints how long people wait for "got it" under load, on each platform, through the real clients. */
export async function benchAcknowledgements(): Promise<void> {
  const { bot, state } = await createTestBot({ operators: [] });
  console.log(
    `Acknowledgements: ${interactions} interactions in ${overMs / 1000} s, limit 3000 ms\n`,
  );
  for (const platform of [await onDiscord(bot, state), await onSlack(bot)]) {
    const waits = await measure(platform.ask);
    const at = (share: number): string =>
      (waits[Math.ceil(waits.length * share) - 1] ?? 0).toFixed(1);
    console.log(
      `${platform.name}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms, ${waits.length} acknowledged`,
    );
    await platform.stop();
  }
  await state.close();
}

import { onTestFinished } from 'vitest';
import {
  createDiscordAdapter,
  type DiscordAdapterOptions,
} from '../../../src/adapters/discord/create-discord-adapter.ts';
import type { Adapter } from '../../../src/core/ports/adapter.ts';
import type { Log } from '../../../src/core/ports/log.ts';
import type { State } from '../../../src/storage/state/state.ts';
import { createDeliveriesInMemory } from '../deliveries-in-memory.ts';
import { createTestBot, type TestBotOptions } from '../test-bot.ts';
import { world } from './events.ts';
import { type StandInDiscord, startStandInDiscord } from './stand-in-discord.ts';

export interface RunningBot {
  readonly discord: StandInDiscord;
  readonly adapter: Adapter;
  readonly state: State;
  /** What was logged: level, message and fields of each line. */
  readonly logged: readonly string[];
  /** Messages of the errors that would have ended the process. */
  readonly fatal: readonly string[];
}

/** The real bot behind the real discord.js client, on a Discord of its own that ends with the test. */
export async function startBotOnDiscord(
  adapterOptions: Partial<DiscordAdapterOptions> = {},
  botOptions: TestBotOptions = {},
): Promise<RunningBot> {
  const prepared = await prepareBotOnDiscord(adapterOptions, botOptions);
  await prepared.adapter.start();
  return prepared;
}

/** The same, not yet started. */
export async function prepareBotOnDiscord(
  adapterOptions: Partial<DiscordAdapterOptions> = {},
  botOptions: TestBotOptions = {},
  on?: StandInDiscord,
): Promise<RunningBot> {
  const discord = on ?? (await startStandInDiscord());
  const { bot, state, senders } = await createTestBot(botOptions);
  const logged: string[] = [];
  const fatal: string[] = [];
  const adapter = createDiscordAdapter({
    bot,
    token: world.token,
    guildId: world.guild,
    apiUrl: discord.apiUrl,
    deliveries: createDeliveriesInMemory(),
    communities: state.communities,
    senders,
    log: createLogInto(logged),
    onFatal: (error) => fatal.push(error.message),
    ...adapterOptions,
  });
  onTestFinished(async () => {
    await adapter.stop(1000);
    await discord.stop();
  });
  return { discord, adapter, state, logged, fatal };
}

function createLogInto(lines: string[]): Log {
  const write = (level: string) => (fields: object, message: string) =>
    lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

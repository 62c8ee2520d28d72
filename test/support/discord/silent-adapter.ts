import {
  createDiscordAdapter,
  type DiscordAdapterOptions,
} from '../../../src/adapters/discord/create-discord-adapter.ts';
import type { Adapter } from '../../../src/core/ports/adapter.ts';
import { silentLog } from '../test-bot.ts';
import { world } from './events.ts';
import type { StandInDiscord } from './stand-in-discord.ts';

/** What stands between a bot and the stand-in Discord, through the real client; not yet started, and it logs nothing. */
export function createSilentAdapter(
  { apiUrl }: StandInDiscord,
  bot: Pick<DiscordAdapterOptions, 'bot' | 'senders' | 'deliveries' | 'communities'>,
): Adapter {
  return createDiscordAdapter({
    ...bot,
    token: world.token,
    guildId: world.guild,
    apiUrl,
    log: silentLog,
    onFatal() {},
  });
}

import {
  type CacheWithLimitsOptions,
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';
import { noMentions } from './silent-message.ts';

/**
 * What discord.js remembers of a server besides its channels and roles, whose names are said. Whoever is mentioned in a
 * message is asked for by name while it is read; nothing else is ever looked up, and nobody is remembered who only talks.
 */
const cacheLimits: CacheWithLimitsOptions = {
  ...Options.DefaultMakeCacheSettings,
  UserManager: 100,
  GuildMemberManager: 10,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};

/** Far more conversations than are answered at once. */
const mostDirectChannels = 1000;

/** discord.js, told to remember no more than the bot needs. `apiUrl`: Discord's own unless given. */
export function createClient(apiUrl: string | undefined): Client {
  const client = new Client({
    // None of these is privileged: Discord gives the text of direct messages and of messages that mention the bot.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // A direct message comes from a channel that was never announced, and an edit to a message that was not kept.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: noMentions,
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits(cacheLimits),
    ...(apiUrl && { rest: { api: apiUrl } }),
  });
  forgetDirectChannels(client);
  return client;
}

/** discord.js keeps every conversation for ever, and its cache of channels takes no limit: it holds those of servers. */
function forgetDirectChannels(client: Client): void {
  const latest = new Set<string>();
  const note = ({ channelId }: { readonly channelId: string | null }): void => {
    if (channelId === null || client.channels.cache.get(channelId)?.type !== ChannelType.DM) return;
    // The order of a Set is that in which its members came.
    latest.delete(channelId);
    latest.add(channelId);
    if (latest.size <= mostDirectChannels) return;
    const [oldest = ''] = latest;
    latest.delete(oldest);
    client.channels.cache.delete(oldest);
  };
  client.on(Events.MessageCreate, note);
  client.on(Events.MessageUpdate, (_, message) => note(message));
  client.on(Events.InteractionCreate, note);
}

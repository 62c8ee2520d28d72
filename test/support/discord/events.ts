import { testNow } from '../test-day.ts';

/** Who and what there is on the stand-in Discord. */
export const world = {
  token: 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.stand.in',
  bot: {
    id: '100000000000000001',
    username: 'factbot',
    discriminator: '0',
    avatar: null,
    bot: true,
  },
  application: '100000000000000001',
  guild: '200000000000000001',
  channel: '300000000000000001',
  otherChannel: '300000000000000003',
  thread: '300000000000000004',
  directChannel: '300000000000000002',
  /** A server that the bot is not in, and its channel. */
  foreignGuild: '200000000000000002',
  foreignChannel: '300000000000000009',
  reader: '400000000000000001',
} as const;

/** Where somebody writes; `abroad` is the server that the bot is not in. */
type Place = 'guild' | 'other-channel' | 'thread' | 'direct' | 'abroad';

/** Who writes, and where; an English reader without permissions in the guild's channel unless given. */
export interface From {
  readonly user?: string;
  readonly where?: Place;
  readonly locale?: string;
  /** True for somebody with the permission to manage the server. */
  readonly manager?: boolean;
  /** True where the bot, which is in the server, may not see the channel. */
  readonly isChannelHidden?: boolean;
}

/** View Channel, Send Messages, Embed Links and Read Message History. */
const viewAndSend = String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n));

/** Discord's, the first second of 2015. */
const epochMs = 1_420_070_400_000;
/** Of all snowflakes of one millisecond Discord makes no more than these. */
const perMs = 2n ** 22n;
let made = 0n;

/** A new snowflake, which tells when it was made: on the day of tests unless given. */
export function newId(at = testNow): string {
  made = (made + 1n) % perMs;
  return String(BigInt(at.getTime() - epochMs) * perMs + made);
}

export function user(id: string) {
  return {
    id,
    username: `user-${id}`,
    discriminator: '0',
    global_name: 'Ada Vantongerloo',
    avatar: null,
  };
}

export function guild(fields: object = {}) {
  return {
    id: world.guild,
    name: 'Newsroom',
    owner_id: world.reader,
    member_count: 2,
    members: [],
    roles: [{ id: world.guild, name: '@everyone', permissions: '0', position: 0, color: 0 }],
    channels: [
      { id: world.channel, type: 0, name: 'claims', position: 0, permission_overwrites: [] },
      { id: world.otherChannel, type: 0, name: 'quiet', position: 1, permission_overwrites: [] },
    ],
    threads: [{ ...thread, guild_id: world.guild }],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    features: [],
    premium_tier: 0,
    preferred_locale: 'en-US',
    ...fields,
  };
}

const thread = {
  id: world.thread,
  type: 11,
  name: 'a thread',
  parent_id: world.channel,
  thread_metadata: {
    archived: false,
    locked: false,
    auto_archive_duration: 60,
    archive_timestamp: '2026-11-22T12:00:00.000Z',
  },
};

const places = {
  guild: { guild: world.guild, channel: { id: world.channel, type: 0 } },
  'other-channel': { guild: world.guild, channel: { id: world.otherChannel, type: 0 } },
  thread: { guild: world.guild, channel: thread },
  direct: { guild: undefined, channel: { id: world.directChannel, type: 1 } },
  abroad: { guild: world.foreignGuild, channel: { id: world.foreignChannel, type: 0 } },
} as const;

export interface MessageEvent {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly content: string;
  readonly type: number;
  readonly author: object;
  readonly [field: string]: unknown;
}

/** A message as the gateway delivers it. `fields` replace what a plain message by a reader would have. */
export function messageEvent(
  where: Place,
  from: string,
  content: string,
  fields: object = {},
): MessageEvent {
  const mentionsBot =
    content.includes(`<@${world.bot.id}>`) || content.includes(`<@!${world.bot.id}>`);
  const { guild: guildId, channel } = places[where];
  return {
    id: newId(),
    channel_id: channel.id,
    channel_type: channel.type,
    ...(guildId && {
      guild_id: guildId,
      member: { roles: [], joined_at: null, deaf: false, mute: false },
    }),
    content,
    type: 0,
    author: user(from),
    timestamp: '2026-11-22T12:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: content.includes('@everyone'),
    mentions: mentionsBot ? [world.bot] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: 0,
    components: [],
    ...fields,
  };
}

export interface InteractionEvent {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  /** The message whose button was pressed, or on which the form was opened. */
  readonly message?: { readonly id: string };
  /** `0`: the server that installed the bot; `1`: the person who brought it along. */
  readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** `type` 2: a command; 3: a button or select; 4: words being typed into a command; 5: a form sent off. */
export function interactionEvent(
  type: 2 | 3 | 4 | 5,
  {
    user: id = world.reader,
    where = 'guild',
    locale = 'en-US',
    manager = false,
    isChannelHidden = false,
  }: From,
  data: object,
  message?: { readonly id: string },
): InteractionEvent {
  const { guild: guildId, channel } = places[where];
  return {
    id: newId(),
    application_id: world.application,
    type,
    token: `interaction-token-${newId()}`,
    version: 1,
    data,
    ...(message && { message }),
    ...(guildId
      ? {
          guild_id: guildId,
          member: {
            user: user(id),
            roles: [],
            permissions: String(manager ? 1n << 5n : 0n),
            joined_at: null,
            deaf: false,
            mute: false,
          },
        }
      : { user: user(id) }),
    channel,
    channel_id: channel.id,
    locale,
    app_permissions: isChannelHidden ? '0' : viewAndSend,
    entitlements: [],
    authorizing_integration_owners: where === 'abroad' ? { 1: id } : { 0: guildId ?? '0' },
    context: where === 'direct' ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
}

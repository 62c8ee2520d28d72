import type { CommandBody, ValueOptionBody } from './payload-rules.ts';

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
  directChannel: '300000000000000002',
  reader: '400000000000000001',
} as const;

let lastId = 500_000_000_000_000_000n;

/** A new snowflake. */
export function newId(): string {
  lastId += 1n;
  return String(lastId);
}

export function user(id: string) {
  return { id, username: `user-${id}`, discriminator: '0', global_name: 'Ada', avatar: null };
}

export function guild() {
  return {
    id: world.guild,
    name: 'Newsroom',
    owner_id: world.reader,
    member_count: 2,
    members: [],
    roles: [{ id: world.guild, name: '@everyone', permissions: '0', position: 0, color: 0 }],
    channels: [
      { id: world.channel, type: 0, name: 'claims', position: 0, permission_overwrites: [] },
    ],
    threads: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    features: [],
    premium_tier: 0,
    preferred_locale: 'en-US',
  };
}

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
  where: 'guild' | 'direct',
  from: string,
  content: string,
  fields: object = {},
): MessageEvent {
  const mentionsBot =
    content.includes(`<@${world.bot.id}>`) || content.includes(`<@!${world.bot.id}>`);
  return {
    id: newId(),
    channel_id: where === 'guild' ? world.channel : world.directChannel,
    channel_type: where === 'guild' ? 0 : 1,
    ...(where === 'guild' && {
      guild_id: world.guild,
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

export type OptionInput = Readonly<Record<string, string | number | boolean>>;

/** The options as the client of somebody who typed a command would send them; it refuses what it doesn't know. */
export function commandData(
  command: CommandBody,
  subcommand: string | undefined,
  options: OptionInput,
  focused?: string,
): object {
  const level =
    subcommand === undefined ? command : command.options?.find(({ name }) => name === subcommand);
  if (!level) throw new Error(`/${command.name} has no subcommand ${subcommand}`);
  const declared = ('options' in level ? (level.options ?? []) : []) as readonly ValueOptionBody[];
  const missing = declared.find(({ name, required }) => required && !(name in options));
  if (missing && focused === undefined) throw new Error(`/${command.name} needs ${missing.name}`);
  const values = Object.entries(options).map(([name, value]) => {
    const option = declared.find((one) => one.name === name);
    if (!option) throw new Error(`/${command.name} has no option ${name}`);
    if (focused === undefined) checkValue(option, value);
    return { name, type: option.type, value, ...(name === focused && { focused: true }) };
  });
  return {
    id: newId(),
    name: command.name,
    type: 1,
    options: subcommand === undefined ? values : [{ name: subcommand, type: 1, options: values }],
  };
}

function checkValue(option: ValueOptionBody, value: string | number | boolean): void {
  const fits =
    option.type === 3
      ? typeof value === 'string' &&
        value.length <= (option.max_length ?? 6000) &&
        (option.choices?.some((choice) => choice.value === value) ?? true)
      : option.type === 4
        ? Number.isInteger(value) &&
          Number(value) >= (option.min_value ?? -Infinity) &&
          Number(value) <= (option.max_value ?? Infinity)
        : typeof value === 'boolean';
  if (!fits)
    throw new Error(
      `Discord's client would not let anybody send ${option.name}: ${String(value).slice(0, 50)}`,
    );
}

export interface InteractionEvent {
  readonly id: string;
  readonly token: string;
  readonly [field: string]: unknown;
}

/** `type` 2: a command; 4: words being typed into one. */
export function interactionEvent(
  type: 2 | 4,
  from: string,
  where: 'guild' | 'direct',
  data: object,
): InteractionEvent {
  return {
    id: newId(),
    application_id: world.application,
    type,
    token: `interaction-token-${newId()}`,
    version: 1,
    data,
    ...(where === 'guild'
      ? {
          guild_id: world.guild,
          channel: { id: world.channel, type: 0 },
          member: {
            user: user(from),
            roles: [],
            permissions: '0',
            joined_at: null,
            deaf: false,
            mute: false,
          },
        }
      : { channel: { id: world.directChannel, type: 1 }, user: user(from) }),
    channel_id: where === 'guild' ? world.channel : world.directChannel,
    locale: 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    context: where === 'guild' ? 0 : 1,
    attachment_size_limit: 10_485_760,
  };
}

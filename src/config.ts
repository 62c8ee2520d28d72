import { z } from 'zod';
import { type EncryptionKeys, parseEncryptionKeys } from './core/encryption-keys.ts';
import type { UserKey } from './core/invocation.ts';

export interface DiscordConfig {
  readonly token: string;
  /** Commands are registered in this server only; globally when undefined. */
  readonly guildId: string | undefined;
  /** Root of the REST API without version or trailing slash; Discord's own when undefined. */
  readonly apiUrl: string | undefined;
}

interface SlackHttpConfig {
  readonly signingSecret: string;
  readonly port: number;
}

export interface SlackConfig {
  /** One workspace by its token, over Socket Mode or HTTP, or all that install the bot. */
  readonly transport:
    | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
    | ({ readonly kind: 'http'; readonly botToken: string } & SlackHttpConfig)
    | ({
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        readonly installationKeys: EncryptionKeys;
      } & SlackHttpConfig);
  /** Root of the Web API with a trailing slash; Slack's own when undefined. */
  readonly apiUrl: string | undefined;
}

export interface Config {
  readonly dataDir: string;
  readonly stateUrl: string;
  readonly operators: ReadonlySet<UserKey>;
  readonly runBy: string | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly slack: SlackConfig | undefined;
  readonly log: { readonly level: string; readonly format: 'json' | 'pretty' };
  /** What must never appear in a log or an error. */
  readonly secrets: readonly string[];
  /** What the operator should know of how contradictory settings were read. */
  readonly notices: readonly string[];
}

/** The environment holds mistakes: one a line, each with its key and what to do. Never holds a secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(['The settings hold mistakes:', ...mistakes].join('\n  '));
    this.mistakes = mistakes;
  }
}

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `is not an address of the form ${example}`,
    );

const secret = (prefix: string, where: string) =>
  z.string().startsWith(prefix, `does not start with "${prefix}": copy it again from ${where}`);

const operators = z.string().transform((value, context): readonly UserKey[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      if (/^(discord:\d+|slack:[UW][A-Z0-9]+)$/.test(part)) return [part as UserKey];
      context.addIssue(
        `"${part}" names nobody: write discord:<user id> or slack:<member id>, separated by commas`,
      );
      return [];
    }),
);

const encryptionKeys = z.string().transform((value, context) => {
  try {
    return parseEncryptionKeys(value);
  } catch (error) {
    context.addIssue(`is wrong: ${error instanceof Error ? error.message.replace(/\.$/, '') : ''}`);
    return z.NEVER;
  }
});

/** Every key that is read, as documented in `.env.example`. */
export const environmentSchema = z.object({
  DATA_DIR: z.string().default('data'),
  STATE_URL: url(
    ['sqlite:', 'memory:', 'redis:', 'rediss:'],
    'sqlite:var/state.db, memory: or redis://host:6379',
  ).default('sqlite:var/state.db'),
  ADMINS: operators.default([]),
  RUN_BY: z.string().max(200, 'is longer than 200 characters').optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^\S{20,}$/,
      'is not a bot token: copy it again from the Bot page of your Discord application',
    )
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/, 'is not a server id: switch Developer Mode on and use “Copy Server ID”')
    .optional(),
  DISCORD_API_URL: url(['http:', 'https:'], 'https://host/api')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  SLACK_BOT_TOKEN: secret('xoxb-', 'OAuth & Permissions in your Slack app').optional(),
  SLACK_APP_TOKEN: secret(
    'xapp-',
    'Basic Information, App-Level Tokens, in your Slack app',
  ).optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'is too short: copy it again from Basic Information in your Slack app')
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(
      /^\d+\.\d+$/,
      'is not a client id: copy it again from Basic Information in your Slack app',
    )
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .min(16, 'is too short: copy it again from Basic Information in your Slack app')
    .optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(32, 'is shorter than 32 characters: make one with "openssl rand -hex 32"')
    .optional(),
  INSTALLATION_KEYS: encryptionKeys.optional(),
  PORT: z.coerce
    .number('is not a port: use a whole number from 1 to 65535')
    .int('is not a port: use a whole number from 1 to 65535')
    .min(1, 'is not a port: use a whole number from 1 to 65535')
    .max(65_535, 'is not a port: use a whole number from 1 to 65535')
    .optional(),
  SLACK_API_URL: url(['http:', 'https:'], 'https://host/api/')
    .transform((value) => value.replace(/\/*$/, '/'))
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'is not one of debug, info, warn, error, silent',
    )
    .default('info'),
  NODE_ENV: z.string().optional(),
});
type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads all settings; a key with an empty value counts as unset.
 * @throws {ConfigError} listing every mistake at once.
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  const mistakes = parsed.success
    ? combinationMistakes(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  if (!parsed.success || mistakes.length > 0) {
    throw new ConfigError(mistakes);
  }
  return environmentToConfig(parsed.data);
}

function combinationMistakes(env: Environment): readonly string[] {
  const mistakes = asksForOauth(env) ? oauthMistakes(env) : oneWorkspaceMistakes(env);
  if (env.DISCORD_GUILD_ID && !env.DISCORD_TOKEN) {
    mistakes.push(
      'DISCORD_TOKEN is missing, though DISCORD_GUILD_ID is set: copy it from the Bot page.',
    );
  }
  return mistakes;
}

function oneWorkspaceMistakes(env: Environment): string[] {
  const overHttp = env.SLACK_SIGNING_SECRET !== undefined && env.PORT !== undefined;
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !overHttp) {
    return [
      'SLACK_BOT_TOKEN is set but not how Slack reaches the bot: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.',
    ];
  }
  if (!env.SLACK_BOT_TOKEN && (env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET)) {
    return [
      'SLACK_BOT_TOKEN is missing: copy it from OAuth & Permissions in your Slack app, or set SLACK_CLIENT_ID to let others install the bot.',
    ];
  }
  return [];
}

/** For a bot that many workspaces install, all of these are needed. */
const oauthKeys = [
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_SIGNING_SECRET',
  'INSTALLATION_KEYS',
  'PORT',
] as const;

function asksForOauth(env: Environment): boolean {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, INSTALLATION_KEYS } = env;
  return Boolean(SLACK_CLIENT_ID || SLACK_CLIENT_SECRET || SLACK_STATE_SECRET || INSTALLATION_KEYS);
}

function oauthMistakes(env: Environment): string[] {
  const mistakes: string[] = [];
  const missing = oauthKeys.filter((key) => env[key] === undefined);
  if (missing.length > 0) {
    mistakes.push(
      `To let many workspaces install the bot, also set ${missing.join(', ')}: .env.example says where each comes from.`,
    );
  }
  if (env.SLACK_BOT_TOKEN) {
    mistakes.push(
      'SLACK_BOT_TOKEN serves one workspace and SLACK_CLIENT_ID many: remove SLACK_BOT_TOKEN, or the settings of the other.',
    );
  }
  return mistakes;
}

function environmentToConfig(env: Environment): Config {
  return {
    dataDir: env.DATA_DIR,
    stateUrl: env.STATE_URL,
    operators: new Set(env.ADMINS),
    runBy: env.RUN_BY,
    discord: env.DISCORD_TOKEN
      ? { token: env.DISCORD_TOKEN, guildId: env.DISCORD_GUILD_ID, apiUrl: env.DISCORD_API_URL }
      : undefined,
    slack: environmentToSlack(env),
    log: { level: env.LOG_LEVEL, format: env.NODE_ENV === 'production' ? 'json' : 'pretty' },
    secrets: [
      env.DISCORD_TOKEN,
      env.SLACK_BOT_TOKEN,
      env.SLACK_APP_TOKEN,
      env.SLACK_SIGNING_SECRET,
      env.SLACK_CLIENT_SECRET,
      env.SLACK_STATE_SECRET,
      ...(env.INSTALLATION_KEYS ?? []).map((key) => btoa(String.fromCharCode(...key))),
      passwordOf(env.STATE_URL),
    ].filter((value): value is string => Boolean(value)),
    notices: noticesOn(env),
  };
}

function noticesOn(env: Environment): readonly string[] {
  const notices: string[] = [];
  if (asksForOauth(env)) {
    if (env.SLACK_APP_TOKEN) {
      notices.push(
        'Slack reaches a bot of many workspaces over HTTP: SLACK_APP_TOKEN is not used.',
      );
    }
    if (env.STATE_URL === 'memory:') {
      notices.push(
        'The state is in memory: after a restart, each workspace must install the bot again.',
      );
    }
  } else if (env.SLACK_APP_TOKEN && env.SLACK_SIGNING_SECRET && env.PORT) {
    notices.push('Slack is configured for Socket Mode and for HTTP: Socket Mode is used.');
  }
  return notices;
}

function environmentToSlack(env: Environment): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, PORT: port } = env;
  if (asksForOauth(env)) return environmentToOauth(env);
  if (!botToken) return undefined;
  if (appToken) return { apiUrl, transport: { kind: 'socket', botToken, appToken } };
  return signingSecret && port
    ? { apiUrl, transport: { kind: 'http', botToken, signingSecret, port } }
    : undefined;
}

function environmentToOauth(env: Environment): SlackConfig | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { SLACK_STATE_SECRET: stateSecret, INSTALLATION_KEYS: installationKeys } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, PORT: port, SLACK_API_URL: apiUrl } = env;
  if (!clientId || !clientSecret || !stateSecret) return undefined;
  if (!installationKeys || !signingSecret || !port) return undefined;
  const secrets = { clientSecret, stateSecret, signingSecret, installationKeys };
  return { apiUrl, transport: { kind: 'oauth', clientId, ...secrets, port } };
}

function passwordOf(stateUrl: string): string {
  const { password } = new URL(stateUrl);
  try {
    return decodeURIComponent(password);
  } catch {
    return password; // a stray % is not ours to judge: the store will
  }
}

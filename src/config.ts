import type { PacksAddress } from './core/claims/packs-address.ts';
import type { CorrectionSettings } from './core/corrections/create-corrections.ts';
import type { DigestSettings } from './core/digest/places.ts';
import type { UserKey } from './core/keys.ts';
import { readEnvFile } from './env-file.ts';
import {
  defaultDataDir,
  type Environment,
  environmentSchema,
  type WrittenEnvironment,
} from './environment.ts';
import { misspeltSettings } from './misspelt-settings.ts';
import {
  environmentToSlack,
  type SlackConfig,
  slackMistakes,
  slackNotices,
} from './slack-config.ts';

export interface DiscordConfig {
  readonly token: string;
  /** Commands are registered in this server only; globally when undefined. */
  readonly guildId: string | undefined;
  /** Root of the REST API without version or trailing slash; Discord's own when undefined. */
  readonly apiUrl: string | undefined;
}

export interface Config {
  readonly dataDir: string;
  /** Where packs are fetched from, instead of the folder. */
  readonly packs: PacksAddress | undefined;
  /** Reads a private git repository. */
  readonly packsToken: string | undefined;
  /** Whether packs are read again whenever a file in the folder changes. */
  readonly watch: boolean;
  /** Where programs of others are looked for, as in `PATH`. */
  readonly searchPath: string | undefined;
  readonly stateUrl: string;
  readonly operators: ReadonlySet<UserKey>;
  readonly runBy: string | undefined;
  readonly digest: DigestSettings;
  readonly corrections: CorrectionSettings;
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
  /** Where the packs are, which no other setting can make wrong. */
  readonly dataDir: string;

  constructor(mistakes: readonly string[], dataDir: string) {
    super(['The settings hold mistakes:', ...mistakes].join('\n  '));
    this.mistakes = mistakes;
    this.dataDir = dataDir;
  }
}

/**
 * Reads all settings, from the environment and `.env` unless others are given; a key with an empty value counts as unset.
 * @throws {ConfigError} listing every mistake at once.
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = readEnvironment(),
): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  const issues = parsed.error?.issues ?? [];
  const mistakes = new Set([
    ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    ...combinationMistakes(set),
  ]);
  const misspelt = misspeltSettings(set);
  if (!parsed.success || mistakes.size > 0) {
    throw new ConfigError([...mistakes, ...misspelt], set.DATA_DIR ?? defaultDataDir);
  }
  const config = environmentToConfig(parsed.data);
  return { ...config, searchPath: environment.PATH, notices: [...misspelt, ...config.notices] };
}

/**
 * The environment with what `.env` in the working directory adds to it, for libraries too: a key that is set, if only to
 * nothing, wins over the file.
 */
function readEnvironment(): Readonly<Record<string, string | undefined>> {
  try {
    for (const [key, value] of Object.entries(readEnvFile('.env'))) process.env[key] ??= value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      [`.env can't be read (${why}): repair it, or remove it.`],
      process.env.DATA_DIR || defaultDataDir,
    );
  }
  return process.env;
}

function combinationMistakes(env: WrittenEnvironment): readonly string[] {
  const mistakes = [...slackMistakes(env)];
  if (env.PACKS && env.WATCH === '1') {
    mistakes.push(
      'WATCH is for the files in DATA_DIR, and PACKS takes others: remove one of them.',
    );
  }
  if (env.PACKS_TOKEN && !/\.git(?:#|$)/.test(env.PACKS ?? '')) {
    mistakes.push(
      'PACKS_TOKEN is for a private git repository: set PACKS to one, https://host/packs.git, or remove the token.',
    );
  }
  if (env.DISCORD_GUILD_ID && !env.DISCORD_TOKEN) {
    mistakes.push(
      'DISCORD_TOKEN is missing, though DISCORD_GUILD_ID is set: copy it from the Bot page.',
    );
  }
  return mistakes;
}

function environmentToConfig(env: Environment): Omit<Config, 'searchPath'> {
  return {
    dataDir: env.DATA_DIR,
    packs: env.PACKS,
    packsToken: env.PACKS_TOKEN,
    watch: env.WATCH,
    stateUrl: env.STATE_URL,
    operators: new Set(env.ADMINS),
    runBy: env.RUN_BY,
    digest: {
      channels: env.DIGEST.filter((place) => place !== 'operators'),
      people: env.DIGEST.includes('operators') ? [...new Set(env.ADMINS)] : [],
    },
    corrections: {
      mode: env.CORRECTIONS,
      perChannel: env.CORRECTIONS_PER_CHANNEL,
      days: env.CORRECTIONS_DAYS,
    },
    discord: env.DISCORD_TOKEN
      ? { token: env.DISCORD_TOKEN, guildId: env.DISCORD_GUILD_ID, apiUrl: env.DISCORD_API_URL }
      : undefined,
    slack: environmentToSlack(env),
    log: { level: env.LOG_LEVEL, format: env.NODE_ENV === 'production' ? 'json' : 'pretty' },
    secrets: [
      env.PACKS_TOKEN,
      env.PACKS_TOKEN?.split(':').at(-1),
      env.DISCORD_TOKEN,
      env.SLACK_BOT_TOKEN,
      env.SLACK_APP_TOKEN,
      env.SLACK_SIGNING_SECRET,
      env.SLACK_CLIENT_SECRET,
      env.SLACK_STATE_SECRET,
      ...(env.INSTALLATION_KEYS ?? []).map((key) => btoa(String.fromCharCode(...key))),
      passwordOf(env.STATE_URL),
    ].filter((value): value is string => Boolean(value)),
    notices: slackNotices(env),
  };
}

function passwordOf(stateUrl: string): string {
  const { password } = new URL(stateUrl);
  try {
    return decodeURIComponent(password);
  } catch {
    return password; // a stray % is not ours to judge: the store will
  }
}

import type { EncryptionKeys } from './core/ports/encryption-keys.ts';
import type { Environment, WrittenEnvironment } from './environment.ts';

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

/** Settings that are wrong together, whether or not each is right by itself. */
export function slackMistakes(env: WrittenEnvironment): readonly string[] {
  return asksForOauth(env) ? oauthMistakes(env) : oneWorkspaceMistakes(env);
}

function oneWorkspaceMistakes(env: WrittenEnvironment): readonly string[] {
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

function asksForOauth(env: Environment | WrittenEnvironment): boolean {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, INSTALLATION_KEYS } = env;
  return Boolean(SLACK_CLIENT_ID || SLACK_CLIENT_SECRET || SLACK_STATE_SECRET || INSTALLATION_KEYS);
}

function oauthMistakes(env: WrittenEnvironment): readonly string[] {
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
  // Slack's user ids are told apart by their workspace only: a stranger's may be the same.
  const unclear = env.ADMINS?.match(/(?<=^|[,\s])slack:[UW][A-Z0-9]+(?=$|[,\s])/g) ?? [];
  if (unclear.length > 0) {
    mistakes.push(
      `ADMINS names ${unclear.join(', ')} in no workspace: where many install the bot, write slack:<team id>/<member id>.`,
    );
  }
  return mistakes;
}

/** How contradictory settings were read. */
export function slackNotices(env: Environment): readonly string[] {
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

export function environmentToSlack(env: Environment): SlackConfig | undefined {
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

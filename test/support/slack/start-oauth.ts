import { onTestFinished } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/create-slack-adapter.ts';
import { createConnectedSenders } from '../../../src/core/outbox/connected-senders.ts';
import { parseEncryptionKeys } from '../../../src/core/ports/encryption-keys.ts';
import type { Installations } from '../../../src/core/ports/installations.ts';
import type { Senders } from '../../../src/core/ports/sender.ts';
import { createState, type State } from '../../../src/storage/state/state.ts';
import { createTestBot, silentLog } from '../test-bot.ts';
import { testClock } from '../test-day.ts';
import {
  botUserIn,
  type Installable,
  type OauthSlack,
  oauthApp,
  type Posted,
  startOauthSlack,
} from './oauth-server.ts';
import { sendSigned, signingSecret } from './signed-http.ts';

export const stateSecret = 'stand-in-state-secret-0123456789abcdef';
export const installationKeys = `${'A'.repeat(43)}=`;

/** A bot that listens somewhere, in this process or another. */
export interface Listening {
  readonly root: string;
}

export interface OauthBot extends Listening {
  readonly installations: Installations;
  readonly senders: Senders;
  /** What ended the bot, if anything did. */
  readonly fatal: readonly Error[];
  readonly logged: string;
  stop(): Promise<void>;
}

/** The bot of many workspaces over a state that the test holds, connected to the stand-in through the real Bolt. */
export async function startOauthBot(slack: OauthSlack, state: State): Promise<OauthBot> {
  const { bot } = await createTestBot({ state });
  const installations = state.installations(parseEncryptionKeys(installationKeys));
  const senders = createConnectedSenders();
  const fatal: Error[] = [];
  const lines: string[] = [];
  let port: unknown;
  const log = (fields: object, message: string): void => {
    const shown = JSON.stringify(fields, (_key, value) =>
      value instanceof Error ? value.message : value,
    );
    lines.push(`${message} ${shown}`);
    if ('transport' in fields && 'port' in fields) port = fields.port;
  };
  const adapter = createSlackAdapter({
    bot,
    transport: {
      kind: 'oauth',
      clientId: oauthApp.clientId,
      clientSecret: oauthApp.clientSecret,
      stateSecret,
      signingSecret,
      port: 0,
      host: '127.0.0.1',
      installations,
    },
    apiUrl: slack.apiUrl,
    deliveries: state.deliveries,
    senders,
    communities: state.communities,
    log: { info: log, warn: log, error: log },
    onFatal: (error) => fatal.push(error),
  });
  await adapter.start();
  const root = `http://127.0.0.1:${port}`;
  slack.redirectUrl = `${root}/slack/oauth_redirect`;
  return {
    root,
    installations,
    senders,
    fatal,
    get logged() {
      return lines.join('\n');
    },
    stop: () => adapter.stop(5000),
  };
}

export interface Browser {
  /** Without following redirects; its cookies come and go as in a browser. */
  open(url: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  cookies: Map<string, string>;
}

export function createBrowser(): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async open(url, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: { cookie, ...headers } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (line.includes('Expires=Thu, 01 Jan 1970')) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
}

/** Slack's question, to which the bot's install page leads. */
export async function questionFor(bot: Listening, browser: Browser): Promise<string> {
  const response = await browser.open(`${bot.root}/slack/install`);
  return response.headers.get('location') ?? '';
}

/** The whole way through; resolves with the page at its end. */
export async function install(
  bot: Listening,
  slack: OauthSlack,
  where: Installable,
  browser = createBrowser(),
): Promise<Response> {
  return browser.open(slack.allow(await questionFor(bot, browser), where));
}

let events = 0;

/** Slack tells the bot of something; resolves when it has been acknowledged. */
export async function tell(
  bot: Listening,
  where: Installable,
  event: object,
  envelope: object = {},
): Promise<void> {
  events += 1;
  const { team, enterprise } = where;
  const body = {
    type: 'event_callback',
    event_id: `EvOauth${events}`,
    event_time: 1_700_000_000,
    api_app_id: oauthApp.appId,
    team_id: team?.id,
    ...(enterprise && { enterprise_id: enterprise.id }),
    ...envelope,
    event,
  };
  const { status } = await sendSigned(`${bot.root}/slack/events`, JSON.stringify(body));
  if (status !== 200) throw new Error(`The bot answered ${status}`);
}

/** Somebody mentions the bot in a workspace; `installed` is where it was installed, if not there. */
export async function mention(
  bot: Listening,
  slack: OauthSlack,
  workspace: Installable,
  installed = workspace,
): Promise<Posted> {
  return slack.postedIn(await ask(bot, workspace, installed));
}

/** A mention that may not be answered; resolves with its `ts` when it has been acknowledged. */
export async function ask(
  bot: Listening,
  workspace: Installable,
  installed = workspace,
): Promise<string> {
  events += 1;
  const ts = `1700000009.${events}`;
  const { team, enterprise } = workspace;
  const body = {
    type: 'event_callback',
    event_id: `EvOauth${events}`,
    event_time: 1_700_000_000,
    api_app_id: oauthApp.appId,
    team_id: team?.id,
    authorizations: [
      {
        team_id: team?.id ?? null,
        enterprise_id: enterprise?.id ?? null,
        user_id: botUserIn(installed),
        is_bot: true,
        is_enterprise_install: installed.team === undefined,
      },
    ],
    event: {
      type: 'app_mention',
      user: 'UASKER',
      channel: 'CTALK',
      ts,
      event_ts: ts,
      text: `<@${botUserIn(installed)}> philly 562 homicides 2021`,
    },
  };
  const { status } = await sendSigned(`${bot.root}/slack/events`, JSON.stringify(body));
  if (status !== 200) throw new Error(`The bot answered ${status}`);
  return ts;
}

/** Until the test ends. */
export async function startSlackCloud(): Promise<OauthSlack> {
  const slack = await startOauthSlack();
  onTestFinished(() => slack.stop());
  return slack;
}

/** The bot over a state of its own, until the test ends or `stop`. */
export async function startOver(
  slack: OauthSlack,
  url = 'memory:',
): Promise<{ bot: OauthBot; state: State; stop: () => Promise<void> }> {
  const state = await createState(url, silentLog, { clock: testClock });
  const bot = await startOauthBot(slack, state);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= bot.stop().then(() => state.close());
    return stopped;
  };
  onTestFinished(stop);
  return { bot, state, stop };
}

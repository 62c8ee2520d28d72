import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { closeServer } from '../network/listen.ts';

/** What people install the app in: a workspace, or an organisation with all of its workspaces. */
export interface Installable {
  readonly team?: { readonly id: string; readonly name: string };
  readonly enterprise?: { readonly id: string; readonly name: string };
}

/** A message as it was posted: by which token, and so in whose workspace. */
export interface Posted {
  readonly token: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly text: string;
}

export const oauthApp = {
  clientId: '111.222',
  clientSecret: 'stand-in-client-secret',
  appId: 'A1',
} as const;

export interface OauthSlack {
  readonly apiUrl: string;
  readonly calls: readonly string[];
  readonly posted: readonly Posted[];
  /** As entered in the app's settings. */
  redirectUrl: string;
  /** How long tokens live that are given out from now on; they don't rotate unless set. */
  tokensLiveSeconds: number | undefined;
  /** The workspaces that an organisation lets the bot into. */
  workspacesOf(where: Installable): readonly string[];
  /** Somebody presses “Allow” on the page they were sent to; where Slack sends them then. */
  allow(pageUrl: string, where: Installable): string;
  cancel(pageUrl: string): string;
  /** The tokens that work there now, the latest last. */
  tokensOf(where: Installable): readonly string[];
  /** Ends all tokens there: `token_revoked` once uninstalled, `token_expired` in time. */
  end(where: Installable, error: 'token_revoked' | 'token_expired'): void;
  /** As when a refresh token is exchanged elsewhere and its successor lost. */
  forgetRefreshTokens(): void;
  postedIn(threadTs: string): Promise<Posted>;
  stop(): Promise<void>;
}

interface Token {
  readonly where: Installable;
  error: string | undefined;
}

type Answer = Readonly<Record<string, unknown>>;

/** slack.com on loopback as far as installing goes: the question, `oauth.v2.access` and calls with the tokens it gave. */
export async function startOauthSlack(): Promise<OauthSlack> {
  const calls: string[] = [];
  const posted: Posted[] = [];
  const codes = new Map<string, Installable>();
  const tokens = new Map<string, Token>();
  const refreshTokens = new Map<string, Installable>();
  const watchers = new Set<() => void>();
  const http = createServer((request, response) => {
    void answer(request, response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const root = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(await readText(request)));
    const method = (request.url ?? '').replace('/api/', '');
    calls.push(method);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const result = method === 'oauth.v2.access' ? access(form) : call(method, token, form);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result));
    for (const watcher of watchers) watcher();
  }

  function access(form: Readonly<Record<string, string>>): Answer {
    const { client_id, client_secret, grant_type, code = '', refresh_token = '' } = form;
    if (client_id !== oauthApp.clientId) return { ok: false, error: 'invalid_client_id' };
    if (client_secret !== oauthApp.clientSecret) return { ok: false, error: 'bad_client_secret' };
    const isRefresh = grant_type === 'refresh_token';
    const [known, key] = isRefresh ? [refreshTokens, refresh_token] : [codes, code];
    const where = known.get(key);
    // Both are good for one use.
    known.delete(key);
    if (where) return grant(where);
    return { ok: false, error: isRefresh ? 'invalid_refresh_token' : 'invalid_code' };
  }

  function grant(where: Installable): Answer {
    const token = `${['xo', 'xb'].join('')}-${randomUUID()}`;
    tokens.set(token, { where, error: undefined });
    const rotation = slack.tokensLiveSeconds !== undefined && {
      refresh_token: randomUUID(),
      expires_in: slack.tokensLiveSeconds,
    };
    if (rotation) refreshTokens.set(rotation.refresh_token, where);
    return {
      ok: true,
      app_id: oauthApp.appId,
      authed_user: { id: 'UINSTALLER' },
      scope: 'commands,chat:write',
      token_type: 'bot',
      access_token: token,
      bot_user_id: botUserIn(where),
      team: where.team ?? null,
      enterprise: where.enterprise ?? null,
      is_enterprise_install: where.team === undefined,
      ...rotation,
    };
  }

  function call(method: string, token: string, form: Readonly<Record<string, string>>): Answer {
    const known = tokens.get(token);
    if (!known) return { ok: false, error: 'invalid_auth' };
    if (known.error) return { ok: false, error: known.error };
    if (method === 'auth.test') {
      const { team, enterprise } = known.where;
      return {
        ok: true,
        team_id: team?.id ?? enterprise?.id,
        user_id: botUserIn(known.where),
        bot_id: `B${idOf(known.where)}`,
        url: 'https://stand-in.slack.com/',
      };
    }
    if (method === 'auth.teams.list') {
      const teams = slack.workspacesOf(known.where);
      const at = Number(form.cursor ?? 0);
      const next = at + 1 < teams.length ? String(at + 1) : '';
      // One at a time, as Slack does with a thousand.
      return {
        ok: true,
        teams: teams.slice(at, at + 1).map((id) => ({ id, name: id })),
        response_metadata: { next_cursor: next },
      };
    }
    if (method !== 'chat.postMessage') return { ok: false, error: 'missing_scope' };
    const { channel = '', thread_ts: threadTs, text = '' } = form;
    posted.push({ token, channel, threadTs, text });
    return { ok: true, channel, ts: `1700000003.${posted.length}` };
  }

  function backFrom(pageUrl: string, result: Readonly<Record<string, string>>): string {
    const page = new URL(pageUrl);
    if (page.origin !== root || page.pathname !== '/oauth/v2/authorize') {
      throw new Error(`${pageUrl} is not Slack's page`);
    }
    if (page.searchParams.get('client_id') !== oauthApp.clientId) throw new Error('Unknown app');
    const back = new URL(slack.redirectUrl);
    back.search = new URLSearchParams({
      ...result,
      state: page.searchParams.get('state') ?? '',
    }).toString();
    return back.href;
  }

  const slack: OauthSlack = {
    apiUrl: `${root}/api/`,
    calls,
    posted,
    redirectUrl: '',
    tokensLiveSeconds: undefined,
    workspacesOf: () => [],
    allow(pageUrl, where) {
      const code = randomUUID();
      codes.set(code, where);
      return backFrom(pageUrl, { code });
    },
    cancel: (pageUrl) => backFrom(pageUrl, { error: 'access_denied' }),
    tokensOf: (where) =>
      [...tokens]
        .filter(([, token]) => idOf(token.where) === idOf(where) && !token.error)
        .map(([token]) => token),
    end(where, error) {
      for (const token of tokens.values()) {
        if (idOf(token.where) === idOf(where)) token.error = error;
      }
    },
    forgetRefreshTokens: () => refreshTokens.clear(),
    postedIn(threadTs) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`no answer; Slack was called with: ${calls.join(', ')}`));
        }, 30_000);
        function look(): void {
          const found = posted.find((message) => message.threadTs === threadTs);
          if (!found) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(found);
        }
        watchers.add(look);
        look();
      });
    },
    stop: () => closeServer(http),
  };
  return slack;
}

/** The bot's own user has another id in each place. */
export function botUserIn(where: Installable): string {
  return `U${idOf(where)}BOT`;
}

function idOf({ team, enterprise }: Installable): string {
  return team?.id ?? enterprise?.id ?? '';
}

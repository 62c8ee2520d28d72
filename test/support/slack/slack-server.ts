import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';
import { blocksSchema, refusalOf, type ShownBlock } from './message-limits.ts';

export const tokens = { bot: 'xoxb-stand-in-bot', app: 'xapp-stand-in-app' } as const;
export const botUser = { user_id: 'UFACTBOT', bot_id: 'BFACTBOT', team_id: 'T1' } as const;
/** A channel that the bot has not been invited to. */
export const foreignChannel = 'CFOREIGN';

/** A message as Slack would show it. */
export interface PostedMessage {
  /** `respond` for a response_url, else the Web API's method. */
  readonly via: string;
  readonly channel: string;
  /** The one person who sees it, or `everybody`. */
  readonly seenBy: string;
  readonly threadTs: string | undefined;
  readonly text: string;
  readonly blocks: readonly ShownBlock[];
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What goes wrong with the next call of a method instead of an answer. */
export type Failure =
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly error: string }
  /** Slack posts the message and its answer gets lost. */
  | { readonly answer: 'lost' };

export interface SlackServer {
  readonly apiUrl: string;
  readonly url: string;
  readonly http: ReturnType<typeof createServer>;
  /** Methods in the order in which they were called. */
  readonly calls: readonly string[];
  readonly messages: readonly PostedMessage[];
  failNext(method: string, ...failures: readonly Failure[]): void;
  /** Whoever asked there can be answered through this address, at most five times. */
  openResponseUrl(channel: string, user: string): string;
  /** The first message, now or later, for which the condition holds. */
  posted(condition: (message: PostedMessage) => boolean): Promise<PostedMessage>;
  stop(): Promise<void>;
}

const payloadSchema = z.record(z.string(), z.unknown());

/** Slack's Web API and response_urls on loopback, as strict about messages and tokens as Slack is. */
export async function startSlackServer(): Promise<SlackServer> {
  const calls: string[] = [];
  const messages: PostedMessage[] = [];
  const failures = new Map<string, Failure[]>();
  const responseUrls = new Map<string, { channel: string; user: string; uses: number }>();
  const watchers = new Set<() => void>();

  const http = createServer((request, response) => {
    void handle(request, response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readText(request);
    const [, area, name = ''] = (request.url ?? '').split('/');
    const method = area === 'api' ? name : 'respond';
    calls.push(method);
    const failure = failures.get(method)?.shift();
    if (failure && 'status' in failure) {
      const headers = failure.retryAfter ? { 'retry-after': String(failure.retryAfter) } : {};
      response.writeHead(failure.status, headers).end('stand-in failure');
      return;
    }
    const result =
      failure && 'error' in failure
        ? { ok: false, error: failure.error }
        : area === 'api'
          ? callMethod(method, bearerOf(request), formToPayload(body))
          : respond(name, payloadSchema.parse(JSON.parse(body)));
    for (const watcher of watchers) watcher();
    if (failure && 'answer' in failure) {
      request.socket.destroy();
      return;
    }
    // response_urls tell their failures by status, the Web API never does.
    const status = area === 'api' || result.ok ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result));
  }

  function callMethod(
    method: string,
    token: string,
    payload: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> {
    if (token !== (method === 'apps.connections.open' ? tokens.app : tokens.bot)) {
      return { ok: false, error: 'invalid_auth' };
    }
    switch (method) {
      case 'auth.test':
        return { ok: true, ...botUser };
      case 'apps.connections.open':
        return { ok: true, url: `ws://${url}/link/?ticket=${calls.length}` };
      case 'chat.postMessage':
      case 'chat.postEphemeral':
        return post(method, payload);
      default:
        return { ok: false, error: 'missing_scope' };
    }
  }

  function post(method: string, payload: Readonly<Record<string, unknown>>) {
    const { channel, user, thread_ts: threadTs } = payload;
    if (channel === foreignChannel) return { ok: false, error: 'not_in_channel' };
    const seenBy = method === 'chat.postEphemeral' ? String(user) : 'everybody';
    return record(method, payload, {
      channel: String(channel),
      seenBy,
      threadTs: threadTs === undefined ? undefined : String(threadTs),
    });
  }

  function respond(id: string, payload: Readonly<Record<string, unknown>>) {
    const asked = responseUrls.get(id);
    if (!asked || asked.uses === 5) return { ok: false, error: 'used_url' };
    asked.uses += 1;
    const { channel, user } = asked;
    const seenBy = payload.response_type === 'in_channel' ? 'everybody' : user;
    return record('respond', payload, { channel, seenBy, threadTs: undefined });
  }

  function record(
    via: string,
    payload: Readonly<Record<string, unknown>>,
    place: Pick<PostedMessage, 'channel' | 'seenBy' | 'threadTs'>,
  ) {
    const error = refusalOf(payload);
    if (error) return { ok: false, error };
    const blocks = blocksSchema.parse(payload.blocks);
    messages.push({ via, ...place, text: String(payload.text), blocks, payload });
    return { ok: true, channel: place.channel, ts: `1700000000.${messages.length}` };
  }

  return {
    apiUrl: `http://${url}/api/`,
    url: `http://${url}`,
    http,
    calls,
    messages,
    failNext: (method, ...added) => failures.set(method, [...added]),
    openResponseUrl(channel, user) {
      const id = String(responseUrls.size + 1);
      responseUrls.set(id, { channel, user, uses: 0 });
      return `http://${url}/commands/${id}`;
    },
    posted(condition) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`no such message; Slack was called with: ${calls.join(', ')}`));
        }, 10_000);
        function look(): void {
          const found = messages.find(condition);
          if (!found) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(found);
        }
        watchers.add(look);
        look();
      });
    },
    async stop() {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}

function bearerOf(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace('Bearer ', '');
}

/** The SDK sends forms in which whatever is not a string is JSON. */
function formToPayload(body: string): Readonly<Record<string, unknown>> {
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.blocks === undefined ? form : { ...form, blocks: JSON.parse(form.blocks) };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';
import { closeServer } from '../network/listen.ts';
import {
  createConversations,
  type Payload,
  type PostedMessage,
  type Result,
} from './conversations.ts';
import { createViews, type Views } from './views.ts';

export const tokens = { bot: 'xoxb-stand-in-bot', app: 'xapp-stand-in-app' } as const;
export const botUser = { user_id: 'UFACTBOT', bot_id: 'BFACTBOT', team_id: 'T1' } as const;
export { foreignChannel, type PostedMessage } from './conversations.ts';

/** What Slack tells about somebody. */
export interface SlackPerson {
  readonly locale?: string;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
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
  /** Methods in the order in which they were called, with what they were given. */
  readonly calls: readonly string[];
  readonly payloads: readonly Payload[];
  readonly messages: readonly PostedMessage[];
  readonly views: Views;
  failNext(method: string, ...failures: readonly Failure[]): void;
  /** Makes the next call of a method wait until the gate opens. */
  holdNext(method: string, gate: Promise<void>): void;
  setPerson(user: string, person: SlackPerson): void;
  /** Whoever asked there can be answered through this address, at most five times. */
  openResponseUrl(channel: string, user: string, original?: PostedMessage): string;
  /** The first message, now or later, for which the condition holds. */
  posted(condition: (message: PostedMessage) => boolean): Promise<PostedMessage>;
  /** What `find` finds, now or after a later call. */
  seen<Found>(find: () => Found | undefined): Promise<Found>;
  stop(): Promise<void>;
}

const payloadSchema = z.record(z.string(), z.unknown());

/** Slack's Web API and response_urls on loopback, as strict about messages, views and tokens as Slack is. */
export async function startSlackServer(): Promise<SlackServer> {
  const calls: string[] = [];
  const payloads: Payload[] = [];
  const conversations = createConversations();
  const views = createViews();
  const people = new Map<string, SlackPerson>();
  const failures = new Map<string, Failure[]>();
  const gates = new Map<string, Promise<void>>();
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
    const payload = area === 'api' ? formToPayload(body) : payloadSchema.parse(JSON.parse(body));
    calls.push(method);
    payloads.push(payload);
    const gate = gates.get(method);
    gates.delete(method);
    await gate;
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
          ? callMethod(method, bearerOf(request), payload)
          : conversations.respond(name, payload);
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

  function callMethod(method: string, token: string, payload: Payload): Result {
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
        return conversations.post(method, payload);
      case 'chat.update':
        return conversations.update(payload);
      case 'conversations.history':
      case 'conversations.replies':
        return conversations.read(payload);
      case 'users.info':
        return { ok: true, user: { id: payload.user, ...people.get(String(payload.user)) } };
      case 'assistant.threads.setSuggestedPrompts':
        return { ok: true };
      default:
        return views.call(method, payload) ?? { ok: false, error: 'missing_scope' };
    }
  }

  function seen<Found>(find: () => Found | undefined): Promise<Found> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(look);
        reject(new Error(`not seen; Slack was called with: ${calls.join(', ')}`));
      }, 30_000);
      function look(): void {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(found);
      }
      watchers.add(look);
      look();
    });
  }

  return {
    apiUrl: `http://${url}/api/`,
    url: `http://${url}`,
    http,
    calls,
    payloads,
    messages: conversations.messages,
    views,
    failNext: (method, ...added) => failures.set(method, [...added]),
    holdNext: (method, gate) => gates.set(method, gate),
    setPerson: (user, person) => people.set(user, person),
    openResponseUrl: (...place) =>
      `http://${url}/commands/${conversations.openResponseUrl(...place)}`,
    posted: (condition) => seen(() => conversations.messages.find(condition)),
    seen,
    stop: () => closeServer(http),
  };
}

function bearerOf(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace('Bearer ', '');
}

/** The SDK sends forms in which whatever is not a string is JSON. */
function formToPayload(body: string): Payload {
  const form = Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => [
      key,
      ['blocks', 'view', 'prompts', 'metadata'].includes(key) ? JSON.parse(value) : value,
    ]),
  );
}

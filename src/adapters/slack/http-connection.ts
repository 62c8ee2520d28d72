import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt';
import type { Log } from '../../core/ports/log.ts';
import type { Connection } from './connection.ts';
import { installPath, redirectPath } from './oauth-flow.ts';
import { readSlackRequest } from './slack-request.ts';
import { errorFields } from './web-api.ts';

const eventsPath = '/slack/events';
const healthPath = '/healthz';

/** Slack sends a request at once and whole. What takes longer is cut off, so that nobody holds connections open for nothing. */
const requestTimeoutMs = 5_000;
const idleTimeoutMs = 5_000;
const lookForTimeoutsEveryMs = 1_000;
/**
 * Many times what Slack opens; with the times above, whoever takes them all keeps others out for seconds.
 * Exported for tests: they open more.
 */
export const mostConnections = 500;
/** For requests that are being received when the server closes; Slack's arrive at once. */
const lastRequestsMs = 1000;
/** Slack's rule for old requests; Bolt keeps it for those, and lets requests from the future pass. */
const clockToleranceSeconds = 5 * 60;

export interface HttpConnectionParts {
  readonly signingSecret: string;
  readonly port: number;
  readonly host: string | undefined;
  /** For a bot that others install: Bolt's installer then answers at `installPath` and `redirectPath`. */
  readonly oauth?: Partial<HTTPReceiverOptions>;
  readonly logger: Logger;
  readonly log: Log;
  readonly onFatal: (problem: Error) => void;
}

export interface HttpConnection extends Connection {
  readonly receiver: HTTPReceiver;
}

/** Slack's requests over HTTP. Bolt checks signatures; the server is ours, so that it can be closed within a time. */
export function createHttpConnection(parts: HttpConnectionParts): HttpConnection {
  const { signingSecret, port, host, oauth, logger, log, onFatal } = parts;
  const browserPaths = oauth ? [installPath, redirectPath] : [];
  const receiver = new HTTPReceiver({
    ...oauth,
    signingSecret,
    endpoints: eventsPath,
    logger,
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0] ?? '';
    const refusal =
      refusalOf(request, path, browserPaths) ??
      (path === eventsPath ? await readSlackRequest(request, signingSecret) : undefined);
    if (refusal === undefined) receiver.requestListener(request, response);
    else answerWith(refusal, response);
  }

  const server = createBoundedServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Who has hung up is nobody's fault.
      if (!request.destroyed) log.error(errorFields(error), 'Slack: a request could not be read');
      response.destroy();
    });
  });

  return {
    receiver,
    async open() {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      server.once('error', (error) => reject(listenProblem(error, port)));
      server.listen(port, host, resolve);
      await promise;
      server.on('error', onFatal);
      const address = server.address();
      const listeningOn = typeof address === 'object' ? address?.port : port;
      const paths = { path: eventsPath, ...(oauth && { installPath }) };
      log.info({ transport: 'http', port: listeningOn, ...paths }, 'Slack: listening');
    },
    async close() {
      if (!server.listening) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      const timer = setTimeout(() => server.closeAllConnections(), lastRequestsMs);
      await promise;
      clearTimeout(timer);
    },
  };
}

function createBoundedServer(listener: RequestListener): Server {
  const options = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    keepAliveTimeout: idleTimeoutMs,
    connectionsCheckingInterval: lookForTimeoutsEveryMs,
  };
  const server = createServer(options, listener);
  server.maxConnections = mostConnections;
  return server;
}

/** The status for what is answered without a look at its body. */
function refusalOf(
  request: IncomingMessage,
  path: string,
  browserPaths: readonly string[],
): number | undefined {
  const { method, headers } = request;
  if (path === healthPath && method === 'GET') return 200;
  // Bolt's installer makes an address of it.
  if (!URL.canParse(`http://${headers.host ?? ''}`)) return 400;
  if (browserPaths.includes(path)) return method === 'GET' ? undefined : 405;
  if (path !== eventsPath) return 404;
  if (method !== 'POST') return 405;
  return isFromTheFuture(request) ? 401 : undefined;
}

/** A signed request that somebody recorded could otherwise be dated ahead and replayed for as long. */
function isFromTheFuture(request: IncomingMessage): boolean {
  const sentAt = Number(request.headers['x-slack-request-timestamp']);
  return sentAt > Date.now() / 1000 + clockToleranceSeconds;
}

function answerWith(status: number, response: ServerResponse): void {
  // Of a request that is refused nothing more is read.
  const closing = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { 'content-length': 0, ...closing }).end();
}

function listenProblem(error: NodeJS.ErrnoException, port: number): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is already in use. Stop the program that uses it, or set PORT to a free one.`,
    EACCES: `Port ${port} needs more rights than this process has. Set PORT to 1024 or more.`,
  };
  const reason = reasons[error.code ?? ''] ?? `Port ${port} cannot be listened on (${error.code}).`;
  return new Error(reason, { cause: error });
}

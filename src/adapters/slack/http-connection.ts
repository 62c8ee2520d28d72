import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt';
import type { Log } from '../../core/ports/log.ts';
import type { Connection } from './connection.ts';
import { installPath, redirectPath } from './oauth-flow.ts';

const eventsPath = '/slack/events';
const healthPath = '/healthz';

/** Slack's own payloads stay far below: the largest hold a message of 40,000 characters. */
const bodyLimitBytes = 1024 * 1024;
const requestTimeoutMs = 10_000;
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
    bodyLimit: bodyLimitBytes,
    logger,
  });
  const server = createServer({ requestTimeout: requestTimeoutMs }, (request, response) =>
    toListener(request, browserPaths, receiver.requestListener)(request, response),
  );

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

function toListener(
  request: IncomingMessage,
  browserPaths: readonly string[],
  bolt: RequestListener,
): RequestListener {
  const path = request.url?.split('?', 1)[0] ?? '';
  if (path === healthPath && request.method === 'GET') return answerWith(200);
  if (browserPaths.includes(path)) return request.method === 'GET' ? bolt : answerWith(405);
  if (path !== eventsPath) return answerWith(404);
  if (request.method !== 'POST') return answerWith(405);
  return isFromTheFuture(request) ? answerWith(401) : bolt;
}

/** A signed request that somebody recorded could otherwise be dated ahead and replayed for as long. */
function isFromTheFuture(request: IncomingMessage): boolean {
  const sentAt = Number(request.headers['x-slack-request-timestamp']);
  return sentAt > Date.now() / 1000 + clockToleranceSeconds;
}

function answerWith(status: number): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-length': 0 }).end();
  };
}

function listenProblem(error: NodeJS.ErrnoException, port: number): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is already in use. Stop the program that uses it, or set PORT to a free one.`,
    EACCES: `Port ${port} needs more rights than this process has. Set PORT to 1024 or more.`,
  };
  const reason = reasons[error.code ?? ''] ?? `Port ${port} cannot be listened on (${error.code}).`;
  return new Error(reason, { cause: error });
}

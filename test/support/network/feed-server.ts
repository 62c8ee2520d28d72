import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { leadExampleNames } from './example-names.ts';

/** What a stand-in source of a feed gives just now; a test changes it. */
export interface StandInFeed {
  /** `https://feed.example:<port>`, without a trailing slash. */
  readonly url: string;
  body: string | Buffer;
  status: number;
  headers: Record<string, string>;
  /** Instead of all that. */
  listener: RequestListener | undefined;
  /** What was asked, in order: the path, and by which version where one was named. */
  readonly asked: string[];
  stop(): void;
}

/**
 * A source over HTTPS at a name that leads to this machine for the length of the test. It answers like most web servers: who
 * has its version already gets no other.
 */
export async function startFeed(body: string | Buffer = ''): Promise<StandInFeed> {
  onTestFinished(leadExampleNames());
  const server = createServer(
    {
      key: readFileSync('test/fixtures/tls/localhost.key'),
      cert: readFileSync('test/fixtures/tls/localhost.crt'),
    },
    (request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      feed.asked.push([request.url, etag, since].filter(Boolean).join(' '));
      if (feed.listener) return feed.listener(request, response);
      const isKnown =
        (etag !== undefined && etag === feed.headers.etag) ||
        (since !== undefined && since === feed.headers['last-modified']);
      response.writeHead(isKnown ? 304 : feed.status, feed.headers);
      response.end(isKnown ? undefined : feed.body);
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(stop);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const feed: StandInFeed = {
    url: `https://feed.example:${address.port}`,
    body,
    status: 200,
    headers: {},
    listener: undefined,
    asked: [],
    stop,
  };
  return feed;
}

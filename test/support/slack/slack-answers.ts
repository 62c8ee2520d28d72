import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { closeServer } from '../network/listen.ts';

export interface SlackAnswers {
  readonly apiUrl: string;
  /** `auth.test xoxb-…`: methods with the token, or the client id and secret, that they came with. */
  readonly calls: readonly string[];
  stop(): Promise<void>;
}

/** A Web API that gives a test's own answers to its methods, and says with each which scopes were granted. */
export async function startSlackAnswers(
  answers: Readonly<Record<string, object>>,
  scopes?: readonly string[],
): Promise<SlackAnswers> {
  const calls: string[] = [];
  const http = createServer(async (request, response) => {
    const form = new URLSearchParams(await readText(request));
    const method = (request.url ?? '').replace('/api/', '');
    const token = request.headers.authorization?.replace('Bearer ', '');
    calls.push(
      [method, token ?? `${form.get('client_id')}:${form.get('client_secret')}`].join(' '),
    );
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(scopes && { 'x-oauth-scopes': scopes.join(',') }),
    });
    response.end(JSON.stringify(answers[method] ?? { ok: false, error: 'unknown_method' }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/`,
    calls,
    stop: () => closeServer(http),
  };
}

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { pipeline as pipelineDone } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { checkNumericHost, guardedLookup } from './guarded-lookup.ts';
import { NetworkError, type NetworkRules } from './network-rules.ts';

export interface FetchOptions {
  readonly rules: NetworkRules;
  /** Of the body, unpacked. */
  readonly maxBytes: number;
  /** From the first byte that is sent to the last that comes. */
  readonly withinMs: number;
  readonly userAgent: string;
  /** Beside those that every request of ours has. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FetchedPage {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * One request, whose redirect is not followed.
 * @throws {NetworkError} where the rules forbid the address, or no whole answer comes within the bounds.
 */
export function fetchOnce(url: URL, options: FetchOptions): Promise<FetchedPage> {
  return exchange(url, options, (response) => readBody(response, options.maxBytes));
}

/**
 * The same for what may be large: the body of a good answer (200) goes into a file, and `body` is always empty.
 * @throws {NetworkError} likewise; the file may then hold half of it.
 */
export function downloadOnce(url: URL, options: FetchOptions, into: string): Promise<FetchedPage> {
  return exchange(url, options, async (response) => {
    if (response.statusCode === 200) {
      const bytes = bounded(unpacked(response), options.maxBytes);
      await pipelineDone(bytes, createWriteStream(into, { mode: 0o600 }));
    } else response.destroy();
    return Buffer.alloc(0);
  });
}

async function exchange(
  url: URL,
  options: FetchOptions,
  take: (response: IncomingMessage) => Promise<Buffer>,
): Promise<FetchedPage> {
  const { rules, withinMs } = options;
  if (!rules.protocols.includes(url.protocol)) {
    throw new NetworkError(`${url.protocol}//${url.host} is not fetched from: only https is`);
  }
  checkNumericHost(url.hostname, rules);
  const signal = AbortSignal.timeout(withinMs);
  try {
    const response = await send(url, options, signal);
    const body = await take(response);
    return { url, status: response.statusCode ?? 0, headers: response.headers, body };
  } catch (error) {
    if (error instanceof NetworkError) throw error;
    if (signal.aborted) {
      throw new NetworkError(`${url.host} took longer than ${withinMs / 1000} s`);
    }
    throw new NetworkError(`${url.host} can’t be reached (${reasonOf(error)})`, { cause: error });
  }
}

const maxRedirects = 5;

/**
 * Follows redirects, each step made and checked like the first.
 * @throws {NetworkError} where a step throws one, or there are more than five.
 */
export async function followRedirects(
  start: URL,
  fetchStep: (url: URL) => Promise<FetchedPage>,
): Promise<FetchedPage> {
  let url = start;
  for (let steps = 0; steps <= maxRedirects; steps++) {
    const page = await fetchStep(url);
    const { location } = page.headers;
    if (page.status < 300 || page.status > 399 || !location) return page;
    if (!URL.canParse(location, url)) {
      throw new NetworkError(`${url.host} redirects to an address that is none`);
    }
    url = new URL(location, url);
  }
  throw new NetworkError(`${start.host} redirects more than ${maxRedirects} times`);
}

async function send(
  url: URL,
  { rules, userAgent, headers }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const ca = rules.caFile && (await readFile(rules.caFile));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, {
    lookup: guardedLookup(rules),
    // A connection of its own: one that is kept might lead to where a name led before.
    agent: false,
    signal,
    headers: { ...headers, 'user-agent': userAgent, 'accept-encoding': 'gzip, br, deflate' },
    ...(ca && { ca }),
  });
  request.end();
  const [response] = await once(request, 'response');
  // Whoever reads the body hears of what goes wrong with it.
  request.on('error', () => {});
  return response;
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bounded(unpacked(response), maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* bounded(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new NetworkError(`the answer has more than ${maxBytes} bytes`);
    yield chunk;
  }
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    br: createBrotliDecompress,
    deflate: createInflate,
  }[response.headers['content-encoding'] ?? ''];
  // An error reaches whoever reads the last stream.
  return unpack ? pipeline(response, unpack(), () => {}) : response;
}

function reasonOf(error: unknown): string {
  // A host with several addresses fails with one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

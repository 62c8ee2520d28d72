import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
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
export async function fetchOnce(url: URL, options: FetchOptions): Promise<FetchedPage> {
  const { rules, withinMs } = options;
  if (!rules.protocols.includes(url.protocol)) {
    throw new NetworkError(`${url.protocol}//${url.host} is not fetched from: only https is`);
  }
  checkNumericHost(url.hostname, rules);
  const signal = AbortSignal.timeout(withinMs);
  try {
    const response = await send(url, options, signal);
    const body = await readBody(response, options.maxBytes);
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
  { rules, userAgent }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const ca = rules.caFile && (await readFile(rules.caFile));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, {
    lookup: guardedLookup(rules),
    // A connection of its own: one that is kept might lead to where a name led before.
    agent: false,
    signal,
    headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, br, deflate' },
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
  let bytes = 0;
  for await (const chunk of unpacked(response)) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      response.destroy();
      throw new NetworkError(`the answer has more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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

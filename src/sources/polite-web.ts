import { createRequire } from 'node:module';
import type { Robot } from 'robots-parser';
import { type FetchedPage, followRedirects } from '../network/fetch-guarded.ts';

// Its types name a default export, and it is a function itself.
const robotsParser: (url: string, text: string) => Robot = createRequire(import.meta.url)(
  'robots-parser',
);

/** The web, one request a host at a time, with a pause after each, and not where a host's robots.txt asks us to stay away. */
export interface PoliteWeb {
  /**
   * Follows redirects, each host on the way treated alike.
   * @throws {NetworkError} where nothing whole comes back.
   * @throws {NotWelcomeError} where robots.txt says no.
   */
  get(url: URL): Promise<FetchedPage>;
}

/** A host asks programs to stay away from this page. */
export class NotWelcomeError extends Error {
  override readonly name = 'NotWelcomeError';
}

export interface PoliteWebParts {
  /** One request, whose redirect is not followed. */
  readonly fetchPage: (url: URL) => Promise<FetchedPage>;
  /** What we call ourselves, by which robots.txt may name us. */
  readonly userAgent: string;
  readonly pauseMs: number;
  readonly pause: (ms: number) => Promise<void>;
}

/** A host that asks for longer pauses would hold up everything. */
const longestPauseMs = 10_000;

export function createPoliteWeb({
  fetchPage,
  userAgent,
  pauseMs,
  pause,
}: PoliteWebParts): PoliteWeb {
  const turns = new Map<string, Promise<unknown>>();
  const robots = new Map<string, Promise<Robot | undefined>>();

  function inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (turns.get(host) ?? Promise.resolve()).then(work);
    turns.set(
      host,
      turn.catch(() => {}),
    );
    return turn;
  }

  async function readRobots(origin: string): Promise<Robot | undefined> {
    const url = new URL('/robots.txt', origin);
    // Where there is no answer at all, the page itself will say why.
    const page = await fetchPage(url).catch(() => undefined);
    if (!page) return undefined;
    await pause(pauseMs);
    // RFC 9309: a host in trouble is left alone, one without the file has nothing against visits.
    if (page.status >= 500) return robotsParser(url.href, 'User-agent: *\nDisallow: /');
    return page.status === 200 ? robotsParser(url.href, page.body.toString()) : undefined;
  }

  function robotsOf(origin: string): Promise<Robot | undefined> {
    const known = robots.get(origin) ?? readRobots(origin);
    robots.set(origin, known);
    return known;
  }

  const getOnce = (url: URL): Promise<FetchedPage> =>
    inTurn(url.host, async () => {
      const rules = await robotsOf(url.origin);
      if (rules?.isDisallowed(url.href, userAgent)) {
        throw new NotWelcomeError(`robots.txt of ${url.host} asks programs to stay away`);
      }
      const askedFor = (rules?.getCrawlDelay(userAgent) ?? 0) * 1000;
      try {
        return await fetchPage(url);
      } finally {
        await pause(Math.min(longestPauseMs, Math.max(pauseMs, askedFor)));
      }
    });

  return { get: (url) => followRedirects(url, getOnce) };
}

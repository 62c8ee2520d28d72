import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/claims/claim.ts';
import { fetchOnce } from '../../src/network/fetch-guarded.ts';
import { publicNetwork } from '../../src/network/network-rules.ts';
import { checkSources, isLost } from '../../src/sources/check-sources.ts';
import { openFindingCache } from '../../src/sources/finding-cache.ts';
import { createPoliteWeb } from '../../src/sources/polite-web.ts';
import { aClaim } from '../support/claims.ts';
import { onLoopback } from '../support/network/stand-in-rules.ts';
import { startWebServer } from '../support/network/web-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const today = '2026-11-29';
const filler = `<p>${'The council met in the old hall. '.repeat(20)}</p>`;
const quote = 'the bridge opened in 1932 – “at last”';

interface Site {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly location?: string;
}

/** A site of these pages, and an archive with copies of some. */
async function startSite(pages: Readonly<Record<string, Site>>, copies: readonly string[] = []) {
  const asked: string[] = [];
  let [underWay, most] = [0, 0];
  const url = await startWebServer(async (request, response) => {
    asked.push(request.url ?? '');
    underWay += 1;
    most = Math.max(most, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    // Time enough for another request to come, if one is made.
    await pause(5);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/archive') {
      const about = searchParams.get('url') ?? '';
      const copy = `http://web.archive.example/2026/${about}`;
      const closest = { available: true, url: copy };
      const isThere = copies.some((path) => about.endsWith(path));
      response.end(JSON.stringify({ archived_snapshots: isThere ? { closest } : {} }));
      return;
    }
    const {
      status = 200,
      type = 'text/html',
      body = '',
      location,
    } = pages[pathname] ?? {
      status: 404,
    };
    response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
  });
  return { url, asked, most: () => most };
}

function citing(url: string, more: Partial<Claim['sources'][number]> = {}): Claim {
  const [source] = aClaim().sources;
  if (!source) throw new Error('no source');
  return aClaim({ sources: [{ ...source, url, quote, read: true, stance: 'refutes', ...more }] });
}

interface RunOptions {
  readonly cacheFile?: string;
  readonly on?: string;
  readonly rules?: typeof onLoopback;
}

async function run(
  site: { readonly url: string },
  claims: readonly Claim[],
  options: RunOptions = {},
) {
  const { rules = onLoopback, on = today } = options;
  const cacheFile = options.cacheFile ?? join(await temporaryFolder(), 'sources.jsonl');
  const fetching = { rules, maxBytes: 100_000, withinMs: 5_000, userAgent: 'factbot-sources' };
  const pauses: number[] = [];
  const progress: string[] = [];
  const web = createPoliteWeb({
    fetchPage: (url) => fetchOnce(url, fetching),
    userAgent: 'factbot-sources',
    pauseMs: 5,
    pause: async (ms) => void pauses.push(ms),
  });
  const checked = await checkSources(claims, {
    web,
    archive: new URL('/archive', site.url),
    today: on,
    cache: await openFindingCache(cacheFile, on, 7),
    onProgress: (done, of) => progress.push(`${done}/${of}`),
  });
  return { checked, pauses, progress, states: checked.map(({ finding }) => finding.state) };
}

const holding = `<html><head><title>x</title></head><body>${filler}
  <p>They said: The <b>bri</b>dge opened
  in&nbsp;1932 &mdash; "at last".</p></body></html>`;

describe('a source', () => {
  test.each<[string, Site, string, string?]>([
    ['that holds its quote', { body: holding }, 'holds'],
    ['of plain text', { type: 'text/plain', body: `x\n${quote}` }, 'holds'],
    [
      'in another charset',
      {
        type: 'text/html; charset=windows-1252',
        body: Buffer.from(`${filler} the bridge opened in 1932 \x96 \x93at last\x94`, 'latin1'),
      },
      'holds',
    ],
    ['that says something else by now', { body: filler }, 'changed', 'no longer holds the quote'],
    ['whose quote is in a script only', { body: `${filler}<script>${quote}</script>` }, 'changed'],
    ['that is not there', { status: 404 }, 'dead', 'answers with 404'],
    ['that is gone', { status: 410 }, 'dead'],
    ['that asks for money', { status: 402 }, 'unknown'],
    ['in trouble', { status: 503 }, 'unknown', 'answers with 503'],
    ['that needs a browser', { body: '<div id="app"></div>' }, 'unknown', 'next to no text'],
    ['that is a PDF', { type: 'application/pdf', body: '%PDF' }, 'unknown', 'application/pdf'],
    ['that is too large', { body: 'x'.repeat(200_000) }, 'unknown', 'more than 100000 bytes'],
    ['that turns in circles', { status: 302, location: '/page' }, 'unknown', 'more than 5 times'],
    [
      'that leads into our network',
      { status: 302, location: 'http://10.0.0.1/' },
      'unknown',
      'private network',
    ],
    ['that leads to the front page', { status: 301, location: '/' }, 'changed', 'front page'],
  ])('%s', async (_, page, state, why = '') => {
    const site = await startSite({ '/page': page, '/': { body: filler } });
    const { checked, states } = await run(site, [citing(`${site.url}/page`)]);
    expect(states).toEqual([state]);
    expect(checked[0]?.finding.why ?? '').toContain(why);
  });

  test('that has moved says where to, and holds all the same', async () => {
    const site = await startSite({
      '/old': { status: 301, location: '/new' },
      '/new': { body: holding },
    });
    const { checked } = await run(site, [citing(`${site.url}/old`)]);
    expect(checked).toMatchObject([{ finding: { state: 'holds', movedTo: `${site.url}/new` } }]);
  });

  test('whose host nobody knows is dead, and none in our own network is asked for', async () => {
    const site = await startSite({});
    const unknown = citing('https://factbot-nowhere.invalid/page');
    expect((await run(site, [unknown])).states).toEqual(['dead']);
    const { checked } = await run(site, [citing(`https://127.0.0.1:1/page`)], {
      rules: publicNetwork,
    });
    expect(checked).toMatchObject([{ finding: { state: 'unknown' } }]);
    expect(checked[0]?.finding.why).toContain('private network');
  });

  test('whose host nobody knows is not called dead where this machine reaches nobody', async () => {
    const offline = { url: 'https://factbot-nowhere.invalid' };
    const { states } = await run(offline, [citing('https://factbot-elsewhere.invalid/page')]);
    expect(states).toEqual(['unknown']);
  });

  test('says where a copy is', async () => {
    const site = await startSite({ '/a': { body: holding }, '/b': { status: 404 } }, ['/a', '/b']);
    const { checked } = await run(site, [citing(`${site.url}/a`), citing(`${site.url}/b`)]);
    // The stand-in gives addresses that readers could follow, by https.
    expect(checked.map(({ finding }) => finding.archived)).toEqual([
      `https://web.archive.example/2026/${site.url}/a`,
      `https://web.archive.example/2026/${site.url}/b`,
    ]);
  });

  test('decides its claim only where it was read and is more than context', async () => {
    const site = await startSite({});
    const url = `${site.url}/gone`;
    const { checked } = await run(site, [
      citing(url),
      citing(url, { stance: 'context' }),
      citing(url, { read: false, stance: 'context', quote: null }),
    ]);
    expect(checked.map(isLost)).toEqual([true, false, false]);
  });
});

describe('a run', () => {
  test('asks a host for one page at a time, once each, with pauses, and not where it is unwelcome', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`/${index}`, { body: holding }]),
    );
    const site = await startSite({
      ...pages,
      '/robots.txt': {
        type: 'text/plain',
        body: 'User-agent: *\nDisallow: /private/*.html$\nCrawl-delay: 2\n',
      },
      '/private/x.html': { body: holding },
    });
    const paths = [...Object.keys(pages), '/private/x.html', '/0'];
    const { checked, states, pauses, progress } = await run(
      site,
      paths.map((path) => citing(site.url + path)),
    );
    expect(site.most()).toBe(1);
    expect(site.asked.filter((path) => path === '/0')).toHaveLength(1);
    expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(site.asked).not.toContain('/private/x.html');
    expect(states).toEqual([...Array(6).fill('holds'), 'unknown', 'holds']);
    expect(checked[6]?.finding.why).toContain('robots.txt');
    expect(new Set(pauses)).toEqual(new Set([5, 2000]));
    expect(progress).toHaveLength(7);
    expect(progress.at(-1)).toBe('7/7');
  });

  test('that was broken off goes on where it was, and asks again for what nobody could tell', async () => {
    const site = await startSite({ '/a': { body: holding }, '/b': { status: 503 } });
    const cacheFile = join(await temporaryFolder(), 'deep/sources.jsonl');
    const [a, b] = [citing(`${site.url}/a`), citing(`${site.url}/b`)];
    await run(site, [a, b], { cacheFile });
    // As a run leaves it that is ended in the middle of a line.
    await appendFile(cacheFile, '{"url":"https://half');
    site.asked.length = 0;
    expect((await run(site, [a, b], { cacheFile })).states).toEqual(['holds', 'unknown']);
    expect(site.asked.filter((path) => /^\/[ab]$/.test(path))).toEqual(['/b']);
    site.asked.length = 0;
    await run(site, [a], { cacheFile, on: '2026-12-07' });
    expect(site.asked).toContain('/a');
    expect(await readFile(cacheFile, 'utf8')).toContain('"checkedOn":"2026-12-07"');
  });
});

import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { keepFresh } from '../../../src/core/bot/keep-fresh.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createFeeds, type FeedParts } from '../../../src/storage/feeds/create-feeds.ts';
import type { State } from '../../../src/storage/state/state.ts';
import { answerTo } from '../../support/answer-to.ts';
import { startFeed } from '../../support/network/feed-server.ts';
import { onLoopback } from '../../support/network/stand-in-rules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createTestBot, says } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';
import { createRecordingLog } from '../state/recording-log.ts';
import { openState } from '../state/state-kinds.ts';

const timeout = 60_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** `fish` claims of which each is another one. */
function table(fish: number): string {
  const rows = Array.from(
    { length: fish },
    (_, index) => `${names[index % 12]} number ${index} sing.,False`,
  );
  return `claim,rating\nGulls read books.,False\n${rows.join('\n')}\n`;
}
const names = [
  'Cods',
  'Herrings',
  'Eels',
  'Plaices',
  'Soles',
  'Brills',
  'Tunas',
  'Rays',
  'Perches',
  'Pikes',
  'Carps',
  'Smelts',
];

async function packAt(address: string, more = ''): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  const about =
    'name: town\ntitle: The town\nlanguage: en\nmaintainer: The Desk\nmethod: m\nlicence: l';
  await writeFile(
    `${dir}/town/pack.yaml`,
    `${about}\ncorrections: c\nverdicts: {}\nclaims: ${address}\n${more}`,
  );
  return dir;
}

interface BotParts extends Partial<FeedParts> {
  /** Further lines of `pack.yaml`. */
  readonly more?: string;
  readonly state?: State;
}

/** A bot over a pack at an address, with a clock that the test sets. */
async function botAt(address: string, { more = '', folder = '', state, ...parts }: BotParts = {}) {
  let now = testNow;
  const log = createRecordingLog();
  const copies = folder || (await temporaryFolder());
  const clock = () => now;
  const feeds = createFeeds({
    folder: copies,
    rules: onLoopback,
    clock,
    log,
    random: () => 0,
    ...parts,
  });
  const dir = await packAt(address, more);
  const { bot, library } = await createTestBot({
    dataDir: dir,
    feeds,
    ...(state && { state }),
    clock,
    log,
    operators: ['console:test'],
  });
  const ask = async (text: string): Promise<string> => replyToText(await answerTo(bot, says(text)));
  return {
    feeds,
    library,
    log,
    copies,
    dir,
    ask,
    knows: async (text: string) =>
      [...library.current.claims].some(({ claim }) => claim.toLowerCase() === `${text}.`),
    status: async (): Promise<string> =>
      replyToText(
        await answerTo(bot, {
          platform: 'console',
          user: 'console:test',
          input: { kind: 'command', command: 'fact-admin', subcommand: 'status', options: {} },
        }),
      ),
    /** What happens once a minute, after so much time. */
    async elapse(ms: number): Promise<void> {
      now = new Date(now.getTime() + ms);
      await keepFresh({ feeds, library, log });
    },
  };
}

/** Tells the one copy in a folder from another that is written later. */
async function copyIn(folder: string): Promise<number> {
  const [copy = ''] = (await readdir(folder)).filter((name) => !name.endsWith('.json'));
  return (await stat(`${folder}/${copy}`)).ino;
}

const review = (claim: string) => ({
  '@type': 'ClaimReview',
  claimReviewed: claim,
  author: { name: 'Bird Desk' },
  url: 'https://birds.example/check',
  reviewRating: { alternateName: 'False' },
});
const json = JSON.stringify([review('Gulls read books.'), review('Crabs sing.')]);
const lines = `${JSON.stringify(review('Gulls read books.'))}\n${JSON.stringify(review('Crabs sing.'))}\n`;
const page = `<html><script type="application/ld+json">${json}</script></html>`;

describe('a pack at an address', { timeout }, () => {
  test.each([
    ['a sheet', '/pub?output=csv', table(1)],
    ['a sheet with tabs', '/pub', table(1).replaceAll(',', '\t')],
    ['a feed', '/feed', json],
    ['a feed with an item a line', '/feed.jsonl', lines],
    ['the same without a name that says so', '/feed', lines],
    ['a packed feed', '/feed.jsonl.gz', gzipSync(lines)],
    ['a packed sheet without a name', '/latest', gzipSync(table(1))],
    ['a page', '/check/1', page],
    ['a feed with a mark before it', '/feed', `\uFEFF\n${json}`],
  ])('answers from %s', async (_, path, body) => {
    const feed = await startFeed(body);
    const { ask } = await botAt(`${feed.url}${path}`);
    expect(await ask('do gulls read books?')).toContain('“False”');
  });

  test('takes over what has changed by itself, and at no other time', async () => {
    const feed = await startFeed(table(2));
    const { knows, elapse, library } = await botAt(`${feed.url}/a.csv`, { more: 'refresh: 30m' });
    feed.body = `${table(2)}Whelks knit.,False\n`;
    await elapse(29 * minuteMs);
    expect(feed.asked).toHaveLength(1);
    expect(await knows('whelks knit')).toBe(false);
    await elapse(minuteMs);
    expect(await knows('whelks knit')).toBe(true);
    const [last] = await library.reloads(1);
    expect(last).toMatchObject({ by: 'refresh', changes: [{ pack: 'town', added: 1 }] });
  });

  test.each([
    ['an ETag', { etag: '"v1"' }, '/a.csv "v1"'],
    [
      'Last-Modified',
      { 'last-modified': 'Sat, 28 Nov 2026 10:00:00 GMT' },
      '/a.csv Sat, 28 Nov 2026 10:00:00 GMT',
    ],
    ['neither', {}, '/a.csv'],
  ])('reads nothing anew where its source has %s and nothing new', async (_, headers, asked) => {
    const feed = await startFeed(table(2));
    feed.headers = headers;
    const { elapse, library, status, copies } = await botAt(`${feed.url}/a.csv`);
    const written = await copyIn(copies);
    await elapse(6 * hourMs);
    await elapse(6 * hourMs);
    expect(await copyIn(copies)).toBe(written);
    expect(feed.asked).toEqual(['/a.csv', asked, asked]);
    expect((await library.reloads(5)).map(({ by }) => by)).toEqual(['start']);
    expect(await status()).toContain('from feed.example, as it was 0 s ago');
  });

  test('goes on with its last good copy while the source is down, and says so once and in the status', async () => {
    const feed = await startFeed(table(2));
    const { knows, elapse, log, status } = await botAt(`${feed.url}/a.csv`);
    feed.status = 503;
    await elapse(6 * hourMs);
    await elapse(15 * minuteMs);
    await elapse(15 * minuteMs);
    expect(feed.asked).toHaveLength(4);
    expect(await knows('gulls read books')).toBe(true);
    expect(log.lines).toEqual([
      'warn A pack’s address can’t be used: its last good copy is, if there is one',
    ]);
    expect(await status()).toContain(
      'The town · from feed.example, as it was 6 h 30 min ago · the source has been of no use for 30 min: feed.example:',
    );
    feed.status = 200;
    await elapse(15 * minuteMs);
    expect(log.lines.at(-1)).toBe('info A pack’s address can be used again');
    expect(await status()).not.toContain('of no use');
  });

  test.each([
    ['a page to log in', '<html><form>Log in</form></html>', 'what it gives'],
    ['nothing', '', 'what it gives'],
    [
      'a table without its headings',
      'Gulls read books.,False\n',
      'no column is known to hold the claim',
    ],
    ['a fifth of its claims', table(3), 'it holds 4 claims and held 21'],
    ['half a packed file', gzipSync(table(20)).subarray(0, 60), 'what it gives can’t be used'],
  ])('goes on with its last good copy when the source gives %s', async (_, body, why) => {
    const feed = await startFeed(table(20));
    const { knows, elapse, status, library } = await botAt(`${feed.url}/a.csv`);
    feed.body = body;
    await elapse(6 * hourMs);
    expect(await knows('smelts number 11 sing')).toBe(true);
    expect(await status()).toContain(why);
    expect((await library.reload('console:test')).result).toEqual({
      outcome: 'loaded',
      changes: [],
    });
    feed.body = `${table(20)}Whelks knit.,False\n`;
    await elapse(15 * minuteMs);
    expect(await knows('whelks knit')).toBe(true);
  });

  test('is taken over shorter where somebody says that it is right', async () => {
    const feed = await startFeed(table(20));
    const { elapse, status, library, knows } = await botAt(`${feed.url}/a.csv`);
    feed.body = table(3);
    await elapse(6 * hourMs);
    const [, path = ''] = (await status()).match(/remove (\S+) and reload/) ?? [];
    await rm(path);
    await library.reload('console:test');
    expect(await knows('smelts number 11 sing')).toBe(false);
    expect(await knows('gulls read books')).toBe(true);
  });

  test('starts from its copy when the source is down', async () => {
    const feed = await startFeed(table(2));
    const address = `${feed.url}/a.csv`;
    const first = await botAt(address);
    feed.stop();
    const second = await botAt(address, { folder: first.copies });
    expect(await second.knows('gulls read books')).toBe(true);
    expect(await second.library.rehearse()).toMatchObject({
      outcome: 'would-load',
      warnings: [],
    });
  });

  test('whose copy is damaged fetches it anew, though the source says that nothing is new', async () => {
    const feed = await startFeed(table(2));
    feed.headers = { etag: '"v1"' };
    const address = `${feed.url}/a.csv`;
    const { copies } = await botAt(address);
    for (const name of await readdir(copies)) {
      if (!name.endsWith('.json'))
        await writeFile(`${copies}/${name}`, 'claim,rating\nEels fly.,True\n');
    }
    const { knows } = await botAt(address, { folder: copies });
    expect(await knows('gulls read books')).toBe(true);
    expect(await knows('eels fly')).toBe(false);
  });

  test('keeps no more than two copies', async () => {
    const feed = await startFeed(table(2));
    const { elapse, copies } = await botAt(`${feed.url}/a.csv`);
    for (let more = 3; more < 6; more += 1) {
      feed.body = table(more);
      await elapse(6 * hourMs);
    }
    expect((await readdir(copies)).map((name) => name.replace(/^[^-.]+/, '')).sort()).toEqual([
      expect.stringMatching(/^-/),
      expect.stringMatching(/^-/),
      '.json',
    ]);
  });

  test('stays with what somebody went back to', async () => {
    const feed = await startFeed(table(2));
    const { elapse, library, knows } = await botAt(`${feed.url}/a.csv`);
    feed.body = `${table(2)}Whelks knit.,False\n`;
    await elapse(6 * hourMs);
    await library.rollback('console:test');
    feed.body = `${table(2)}Whelks knit.,False\nLimpets hum.,False\n`;
    await elapse(6 * hourMs);
    expect(await knows('whelks knit')).toBe(false);
    await library.reload('console:test');
    expect(await knows('limpets hum')).toBe(true);
  });

  test('can be gone back to after a restart, with the source down', async () => {
    const feed = await startFeed(table(2));
    const address = `${feed.url}/a.csv`;
    const stateUrl = `sqlite:${await temporaryFolder()}/state.db`;
    const before = await openState(stateUrl);
    const first = await botAt(address, { state: before });
    feed.body = 'claim,rating\nWhelks knit.,False\n';
    await first.elapse(6 * hourMs);
    await before.close();
    feed.stop();
    const after = await botAt(address, { folder: first.copies, state: await openState(stateUrl) });
    expect(await after.knows('whelks knit')).toBe(true);
    await after.library.rollback('console:test', 1);
    expect(await after.ask('do gulls read books?')).toContain('“False”');
    expect(await after.knows('whelks knit')).toBe(false);
  });

  test('that a rehearsal has fetched is taken over soon', async () => {
    const feed = await startFeed(table(2));
    const { elapse, library, knows } = await botAt(`${feed.url}/a.csv`);
    feed.body = `${table(2)}Whelks knit.,False\n`;
    await library.rehearse();
    expect(await knows('whelks knit')).toBe(false);
    await elapse(minuteMs);
    expect(await knows('whelks knit')).toBe(true);
  });

  test('is fetched by one of two processes over one folder, and taken over by both', async () => {
    const feed = await startFeed(table(2));
    const address = `${feed.url}/a.csv`;
    const one = await botAt(address);
    const other = await botAt(address, { folder: one.copies, random: () => 1 });
    const before = feed.asked.length;
    feed.body = `${table(2)}Whelks knit.,False\n`;
    await one.elapse(6 * hourMs);
    await other.elapse(6 * hourMs);
    expect(await one.knows('whelks knit')).toBe(true);
    expect(await other.knows('whelks knit')).toBe(true);
    // The first asks when it is due and as it reloads; the other finds the copy, and asks as it reloads.
    expect(feed.asked.length - before).toBe(3);
  });

  test.each(['at once', 'after a redirect'])(
    'is not fetched from a private network %s',
    async (when) => {
      const feed = await startFeed(table(2));
      const inside = 'https://inside.example/a.csv';
      feed.listener = (_, response) => response.writeHead(302, { location: inside }).end();
      const feeds = createFeeds({
        folder: await temporaryFolder(),
        rules: onLoopback,
        clock: () => testNow,
        log: createRecordingLog(),
        random: () => 0,
      });
      const dir = await packAt(when === 'at once' ? inside : `${feed.url}/a.csv`);
      expect(Object.values(await feeds.bring(dir, 'all'))).toEqual([
        { missing: 'inside.example lies in a private network, where nothing is fetched from' },
      ]);
    },
  );
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createFeeds } from '../../../src/storage/feeds/create-feeds.ts';
import { startFeed } from '../../support/network/feed-server.ts';
import { onLoopback } from '../../support/network/stand-in-rules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testNow } from '../../support/test-day.ts';
import { createRecordingLog } from '../state/recording-log.ts';
import { botAt, copyIn, hourMs, minuteMs, packAt, table, timeout } from './bot-at.ts';

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

  test('takes over what has changed though it was last looked at by a clock that went ahead', async () => {
    const feed = await startFeed(table(2));
    const { knows, elapse } = await botAt(`${feed.url}/a.csv`);
    const yearMs = 365 * 24 * hourMs;
    await elapse(yearMs);
    feed.body = `${table(2)}Whelks knit.,False\n`;
    await elapse(-yearMs);
    expect(await knows('whelks knit')).toBe(true);
    const asked = feed.asked.length;
    await elapse(minuteMs);
    expect(feed.asked).toHaveLength(asked);
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLink } from '../../../src/matching/text/links.ts';

const page = 'news.example.org/2021/a-story';

describe('one page, however it is linked', () => {
  test.each([
    'https://news.example.org/2021/a-story',
    'http://www.news.example.org/2021/a-story/',
    'news.example.org/2021/a-story',
    'HTTPS://News.Example.org/2021/A-Story#comments',
    'https://m.news.example.org/2021/a-story',
    'https://mobile.news.example.org/2021/a-story',
    'https://amp.news.example.org/2021/a-story',
    'https://news.example.org/amp/2021/a-story',
    'https://news.example.org/2021/a-story/amp/',
    'https://news.example.org/2021/amp/a-story',
    'https://web.archive.org/web/20210304050607/https://news.example.org/2021/a-story?utm_id=1',
    'https://news.example.org/2021/a-story?utm_source=x&utm_medium=y&fbclid=IwAR0-_9',
    'https://news.example.org/2021/a-story?gclid=1&ref=home&outputType=amp#:~:text=so',
    'https://news.example.org/2021/a-story).',
    'https://news.example.org/2021/a-story”,',
    'https://www.google.com/amp/s/news.example.org/2021/a-story',
    'https://news-example-org.cdn.ampproject.org/c/s/news.example.org/2021/a-story',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example.org%2F2021%2Fa-story%3Futm_source%3Dfb&h=AT0',
    'https://www.google.com/url?sa=t&q=https%3A%2F%2Fnews.example.org%2F2021%2Fa-story',
  ])('%s', (link) => {
    expect(canonicalLink(link)).toBe(page);
  });
});

test('one post or video is one under both of its addresses', () => {
  expect(canonicalLink('https://twitter.com/ann/status/1?s=20')).toBe('x.com/ann/status/1');
  expect(canonicalLink('https://youtu.be/abc?si=1')).toBe(
    canonicalLink('https://www.youtube.com/watch?v=abc&feature=share'),
  );
});

describe('different pages stay apart', () => {
  test.each([
    ['https://tube.example/watch?v=abc', 'https://tube.example/watch?v=abd'],
    ['https://x.example/a', 'https://x.example/b'],
    ['https://amp.org/a', 'https://example.org/a'],
    ['https://m.example/a', 'https://example/a'],
    ['https://x.example/champ', 'https://x.example/ch'],
    ['https://en.wiki.example/wiki/A_(film)', 'https://en.wiki.example/wiki/A_(book)'],
    ['https://shop.example/s?s=1', 'https://shop.example/s?s=2'],
  ])('%s and %s', (one, other) => {
    expect(canonicalLink(one)).not.toBe(canonicalLink(other));
  });

  test('what was asked for behind a question mark counts in any order', () => {
    expect(canonicalLink('https://x.example/p?b=2&a=1&utm_id=9')).toBe(
      canonicalLink('https://x.example/p?a=1&b=2'),
    );
    expect(canonicalLink('https://en.m.wiki.example/wiki/A_(film)')).toBe(
      'en.wiki.example/wiki/a_(film)',
    );
  });
});

test('anything is read, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (text) => {
      const once = canonicalLink(text);
      expect(typeof once).toBe('string');
    }),
  );
});

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
    'https://news.example.org/2021/a-story&gclid=1',
    'https://news.example.org/2021/a-story&utm_source=x&utm_medium=y?ref=rss',
    'https://news.example.org/2021/a-story;jsessionid=0A1B',
    'https://news.example.org:443//2021/a%2Dstory',
    'http://news.example.org.:80/2021/a-story#utm_source=x',
    '[https://news.example.org/2021/a-story](https://news.example.org/2021/a-story)'.slice(1),
    'https://news.example.org/2021/a-story||`',
    'https://web.archive.org/web/*/https://news.example.org/2021/a-story',
    'https://archive.ph/2021.03.04-050607/https://news.example.org/2021/a-story',
    'https://archive.is/newest/http:/www.news.example.org/2021/a-story',
    'https://web.archive.org/web/2021id_/https://www.google.com/amp/s/news.example.org/2021/a-story',
    'https://news-example-org.translate.goog/2021/a-story?_x_tr_sl=en',
    'https://l.instagram.com/?u=https%3A%2F%2Fnews.example.org%2F2021%2Fa-story&e=AT0',
    'https://duckduckgo.com/l/?uddg=https%3A%2F%2Fnews.example.org%2F2021%2Fa-story',
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
    ['https://x.example/a;v=1', 'https://x.example/a;v=2'],
    ['https://x.example/q&a', 'https://x.example/q'],
    ['https://x.example/a%2Fb', 'https://x.example/a/b'],
    ['https://x.example/#!/a', 'https://x.example/#!/b'],
    ['https://x.example:8080/a', 'https://x.example/a'],
    ['https://archive.ph/AbCd1', 'https://archive.ph/XyZ12'],
    ['https://web.archive.org/web/2021/about', 'https://about/'],
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

test('a page with letters or brackets in its address is one, however they are written', () => {
  const written = ['/wiki/Müll_(Ort)', '/wiki/M%C3%BCll_(Ort)).', '/wiki/M%c3%bcll_%28Ort%29'];
  expect(written.map((path) => canonicalLink(`https://a.example${path}`))).toEqual(
    Array(3).fill('a.example/wiki/müll_(ort)'),
  );
});

test('anything is read', () => {
  const pieces = [
    ...[
      'https://',
      'HTTP:',
      '//',
      '/',
      '?',
      '&',
      '=',
      ';',
      '#',
      '#!/',
      ':',
      '@',
      '.',
      '..',
      '%',
      '%2',
      '%2F',
      '%C3',
    ],
    ...[
      '(',
      ')',
      '](',
      '|',
      ' ',
      '\ud83d',
      'ü',
      '中',
      '_',
      '-',
      '--',
      '0',
      '*',
      'a.example',
      'm.',
      'amp',
      'u=',
      'url=',
    ],
    ...[
      'google.com',
      '/url',
      '/amp/s/',
      'web.archive.org',
      '/web/2021/',
      'x.translate.goog',
      'youtu.be',
      '12ft.io',
    ],
  ];
  const link = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(link, fc.string()), (text) => {
      expect(typeof canonicalLink(text)).toBe('string');
    }),
    { numRuns: 1000 },
  );
});

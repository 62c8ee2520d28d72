import { expect, test } from 'vitest';
import { documentRecords } from '../../../src/storage/imports/json-records.ts';
import { context, imported, linesOf } from './imported.ts';

const review = (claimReviewed: string) => ({
  '@type': 'ClaimReview',
  url: 'https://desk.example/gulls',
  claimReviewed,
  author: { '@type': 'Organization', name: 'Bird Desk' },
  reviewRating: { '@type': 'Rating', alternateName: 'False' },
});

const feedOf = (items: readonly unknown[]) => ({ '@type': 'DataFeed', dataFeedElement: items });

const feedOfGulls = (count: number): string =>
  JSON.stringify(
    feedOf(
      Array.from({ length: count }, (_, at) => ({
        '@type': 'DataFeedItem',
        dateCreated: '2024-05-03',
        item: [review(`Gull ${at} can read.`), null],
      })),
    ),
  );

test('a feed in one document is read to its end, however long it is', async () => {
  const found = await imported('feed.json', feedOfGulls(30_000));
  expect(found).toHaveLength(30_000);
  expect(linesOf(found).at(-1)).toBe('1 Gull 29999 can read. | False | false');
});

test.each([
  ['a feed', feedOf],
  ['linked data', (items: readonly unknown[]) => ({ '@context': 'x', '@graph': items })],
  ['a list', (items: readonly unknown[]) => items],
  ['a list and more', (items: readonly unknown[]) => ({ claims: items, a: [{}], claim: '[' })],
])('what can’t be used of %s is told with the line where it begins', async (_, wrap) => {
  const items = [
    review('Gulls say "[{" and \\ and "claims": [.'),
    { '@type': 'WebSite' },
    review('Crabs sing.'),
    review(' '),
  ];
  const text = JSON.stringify(wrap(items), null, 2);
  const lines = text.split('\n');
  const beginnings = lines.flatMap((line, at) => (/^ {2,4}\{$/.test(line) ? [at + 1] : []));
  expect(linesOf(await imported('feed.json', text))).toEqual([
    `${beginnings[0]} Gulls say "[{" and \\ and "claims": [. | False | false`,
    `${beginnings[2]} Crabs sing. | False | false`,
    `${beginnings[3]} it has no claim`,
  ]);
});

test('what is broken in one item costs no other', async () => {
  // More than is mended in one piece.
  const feed = feedOfGulls(3000)
    .replace('Gull 5 can', 'Gull "five" can')
    .replace('Gull 7 can', 'Gull 7\n can')
    .replace('Gull 9 can read.",', 'Gull 9 can read."');
  const found = linesOf(await imported('feed.json', feed));
  expect(found).toContain('1 Gull "five" can read. | False | false');
  expect(found).toContain('1 Gull 7 can read. | False | false');
  expect(found).toHaveLength(3000);
});

test('a page tells what is broken in its linked data, with its line, and the rest is used', async () => {
  const scripts = [
    [review('Gulls can read.'), review('Crabs sing.'), review('Eels knit.')],
    [review('Newts vote.')],
  ].map((items) => JSON.stringify({ '@graph': items }, null, 1));
  const page = scripts
    .map((text) => `<p>\n<script type="application/ld+json">\n${text}\n</script>\n`)
    .join('')
    .replace('"Crabs sing."', 'Crabs {sing}, "so" they');
  const crabs = page.slice(0, page.indexOf('Crabs')).split('\n').length - 3;
  const found = linesOf(await imported('page.html', page));
  expect(found.map((line) => line.replace(/^\d+ /, ''))).toEqual([
    'Gulls can read. | False | false',
    'the item is no JSON',
    'Eels knit. | False | false',
    'Newts vote. | False | false',
  ]);
  expect(found[1]).toBe(`${crabs} the item is no JSON`);
});

test.each([
  ['in an item', 'Gull 2500', 'the item is cut off'],
  // All that was asked for is there, and nobody knows how much should follow.
  [
    'behind one',
    '},{"@type":"DataFeedItem","dateCreated":"2024-05-03","item":[{"@type":"ClaimReview","url":"https://desk.example/gulls","claimReviewed":"Gull 2500',
    'the list is cut off behind this',
  ],
])(
  'a document that was cut off %s is used as far as it goes, and says so',
  async (_, place, reason) => {
    const feed = feedOfGulls(3000);
    const found = await imported('feed.json', feed.slice(0, feed.indexOf(place) + 1));
    expect(found.filter(({ ok }) => ok)).toHaveLength(2500);
    expect(found.slice(2500)).toMatchObject([{ ok: false, line: 1, reason }]);
  },
);

test('of two items between which brackets are missing, none is told with what the other says', async () => {
  const [gulls, crabs] = ['Gulls can read.', 'Crabs sing.'].map((claim) =>
    JSON.stringify(review(claim)),
  );
  const run = `${gulls?.slice(0, -1)},${crabs?.slice(1)}`;
  const found = await imported('feed.json', `[${run},${JSON.stringify(review('Eels knit.'))}]`);
  expect(linesOf(found)).toEqual([
    '1 the item is no JSON',
    '1 the item is no JSON',
    '1 Eels knit. | False | false',
  ]);
});

test('an item that names a claim and is no ClaimReview by its type is told, and no other thing is', async () => {
  const items = [
    { ...review('Gulls can read.'), '@type': undefined, '@type,': 'ClaimReview' },
    { '@type': 'WebSite', name: 'Desk' },
    review('Crabs sing.'),
  ];
  const text = `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  expect(linesOf(await imported('feed.json', text))).toEqual([
    '2 no ClaimReview stands here',
    '4 Crabs sing. | False | false',
  ]);
});

test('of a run of broken items that is too long to be mended, each is told', async () => {
  const items = Array.from({ length: 3000 }, (_, at) =>
    JSON.stringify(review(`Gull ${at} can read.`)),
  );
  const broken = items.map((item, at) =>
    at > 0 && at < 2999 ? item.replace('{"@type"', '@type') : item,
  );
  const found = await imported('feed.json', `[\n${broken.join(',\n')}\n]`);
  expect(linesOf(found.filter(({ ok }) => ok))).toHaveLength(2);
  const told = new Set(found.flatMap(({ ok, line }) => (ok ? [] : [line])));
  expect([...told]).toEqual(Array.from({ length: 2998 }, (_, at) => at + 3));
});

test('what is broken in a page that a feed holds as a text is told', async () => {
  const page = (json: string) => ({ page: `<script type="application/ld+json">${json}</script>` });
  const whole = JSON.stringify(review('Crabs sing.'));
  const items = [page('{"@type":"ClaimReview"}}]"claimReviewed":'), page(whole)];
  const found = await imported('pages.jsonl', items.map((item) => JSON.stringify(item)).join('\n'));
  expect(linesOf(found)).toEqual([
    '1 what stands here is broken or nested too deep',
    '2 Crabs sing. | False | false',
  ]);
});

test('no more than the beginning and an item of a feed is held', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<string> {
    yield '{"@type":"DataFeed","dataFeedElement":[';
    for (;;) {
      given += 1;
      yield `${JSON.stringify(review(`Gull ${given} can read.`))},`;
    }
  }
  let read = 0;
  let ahead: number | undefined;
  for await (const _ of documentRecords(endless(), context)) {
    ahead ??= given;
    read += 1;
    expect(given - read).toBeLessThanOrEqual(ahead);
    if (read === 2000) break;
  }
});

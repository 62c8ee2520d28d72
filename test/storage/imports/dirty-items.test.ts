import { expect, test } from 'vitest';
import { imported, linesOf } from './imported.ts';

const json = JSON.stringify;
const base = {
  '@type': 'ClaimReview',
  url: 'https://desk.example/a',
  author: { '@type': 'Organization', name: 'Desk' },
  reviewRating: { alternateName: 'False' },
};
const review = (claimReviewed: unknown, more: object = {}) =>
  json({ ...base, claimReviewed, ...more });
const rated = (claim: string, reviewRating: unknown) => review(claim, { reviewRating });

/** One item for each oddity that feeds of publishers have; what is read of it, or why it can't be. */
const items: readonly (readonly [oddity: string, item: string, read: string])[] = [
  [
    'an element without item',
    json({ '@type': 'DataFeedItem', url: 'https://a.example' }),
    'no ClaimReview stands here',
  ],
  [
    'an item that is null',
    json({ '@type': 'DataFeedItem', item: null }),
    'no ClaimReview stands here',
  ],
  [
    'a type without @, in a list',
    json({
      ...base,
      '@type': undefined,
      type: ['Review', 'ClaimReview'],
      claimReviewed: 'A gull reads.',
    }),
    'A gull reads. | False | false',
  ],
  ['a claim in a list', review(['B gulls read.']), 'B gulls read. | False | false'],
  [
    'a @value object',
    review({ '@value': 'C gulls read.', '@language': 'en' }),
    'C gulls read. | False | false',
  ],
  [
    'a name for an author',
    review('D gulls read.', { author: 'Desk' }),
    'D gulls read. | False | false',
  ],
  ['no claim', review(undefined), 'it has no claim'],
  ['a claim of blanks', review(' \u200b\u00a0 '), 'it has no claim'],
  ['a claim that is a number', review(12), '12 | False | false'],
  [
    'quotation marks that nobody escaped',
    '{"@type":"ClaimReview","claimReviewed":"They said "E gulls read".","url":"https://desk.example/e","author":{"name":"Desk"},"reviewRating":{"alternateName":"False"}}',
    'They said "E gulls read". | False | false',
  ],
  ['a line cut off', '{"@type":"ClaimReview","claimRev', 'it has no claim'],
  ['no JSON', 'gulls read', 'the line is no JSON'],
  ['a number alone', '12', 'no ClaimReview stands here'],
  ['an empty rating', rated('F gulls read.', {}), 'F gulls read. | null | unverified'],
  [
    'a rating in words that a number contradicts',
    review('G gulls read.', {
      inLanguage: 'pt',
      reviewRating: { alternateName: 'Falso', ratingValue: 4, bestRating: 6, worstRating: 1 },
    }),
    'G gulls read. | Falso | false',
  ],
  [
    'numbers alone, on no scale',
    rated('H gulls read.', { ratingValue: -1, bestRating: -1, worstRating: -1 }),
    'H gulls read. | null | unverified',
  ],
  [
    'a number above its scale',
    rated('I gulls read.', { ratingValue: '6', bestRating: '5', worstRating: '1' }),
    'I gulls read. | null | unverified',
  ],
  [
    'a scale without an end',
    rated('J gulls read.', { ratingValue: 1, bestRating: '', worstRating: '' }),
    'J gulls read. | null | unverified',
  ],
  [
    'a rating with a full stop and a line end',
    rated('K gulls read.', { alternateName: 'Incorrect \r' }),
    'K gulls read. | Incorrect | false',
  ],
  [
    'a rating that is a heading',
    rated('L gulls read.', { alternateName: 'article' }),
    'L gulls read. | article | unverified',
  ],
  [
    'a rating of consistency',
    rated('M gulls read.', { alternateName: 'Full Flop' }),
    'M gulls read. | Full Flop | unverified',
  ],
  [
    'characters of HTML, twice',
    review('N gulls &amp;quot;read&amp;quot; &#39;books&#39;.'),
    'N gulls "read" \'books\'. | False | false',
  ],
  [
    'zero-width marks and line ends',
    review('O \u200bgulls\r\nread.\ufeff'),
    'O gulls read. | False | false',
  ],
  [
    'several addresses',
    review('P gulls read.', { url: 'https://desk.example/p, https://desk.example/q' }),
    'P gulls read. | False | false',
  ],
  [
    'an address of words',
    review('Q gulls read.', { url: 'in an ad' }),
    'Q gulls read. | False | false',
  ],
  [
    'a date of a year to come',
    review('R gulls read.', { datePublished: '20204-08-02' }),
    'R gulls read. | False | false',
  ],
];

test.each(items)('of a feed, %s', async (_, item, read) => {
  expect(linesOf(await imported('feed.jsonl', `${item}\n`))).toEqual([`1 ${read}`]);
});

test('one dirty item spoils none of the others, and each is told with its line', async () => {
  const found = await imported('feed.jsonl', items.map(([, item]) => `${item}\r\n`).join(''));
  expect(linesOf(found)).toEqual(items.map(([, , read], at) => `${at + 1} ${read}`));
  for (const one of found) if (!one.ok) expect(one.item).toBeDefined();
});

test('a conclusion of pages for a rating, and a claim of pages, are read whole', async () => {
  const conclusion = 'The gulls did not read. '.repeat(116).trim();
  const post = 'They say that gulls read. '.repeat(370).trim();
  const [found] = await imported('feed.jsonl', rated(post, { alternateName: conclusion }));
  expect(found).toMatchObject({
    ok: true,
    record: { check: { isRead: false, label: conclusion } },
  });
});

test('a line longer than any check is left out, and the next is read', async () => {
  const long = review('x'.repeat(1_100_000));
  const found = await imported('feed.jsonl', `${long}\n${review('S gulls read.')}\n`);
  expect(linesOf(found)).toEqual([
    '1 the line is longer than a million characters',
    '2 S gulls read. | False | false',
  ]);
});

test('a table keeps what can be used of it, and tells the rest with its line', async () => {
  const table = [
    '\uFEFF;Claim;Verdict;Source 1;Source 2;Date',
    ';;;;;',
    ';A gulls read.;FALSE;"https://a.example/1, b.example/2";;3.5.2021',
    ';;False;https://a.example;;',
    ';Claim;Verdict;Source 1;Source 2;Date',
    ';"B gulls',
    'read.";TRUE;in an ad;//c.example/3;15-May',
    ';C gulls read.;;;;',
    ';"D “gulls” &#39;read&#39;.";Half true ;;;20204-08-02',
  ].join('\r\n');
  expect(linesOf(await imported('checks.csv', table))).toEqual([
    '3 A gulls read. | False | false',
    '4 it has no claim',
    '6 B gulls read. | True | true',
    '8 it has neither a rating nor an address nor a summary',
    "9 D “gulls” 'read'. | Half true | mixed",
  ]);
});

test.each(['Empty', 'N/A', '#N/A', 'null', 'NaN', 'undefined', 'None', '(blank)', '–', '---'])(
  'what a program writes where there is nothing, “%s”, is told to nobody',
  async (word) => {
    const table = `Claim,Verdict,Summary,Title,Said by\nGulls read.,False,${word},${word},${word}\n${word},False,,,\n`;
    const [found, ...others] = await imported('checks.csv', table);
    expect(found).toMatchObject({
      record: { claimant: null, check: { summary: null, title: null } },
    });
    expect(linesOf(others)).toEqual(['3 it has no claim']);
  },
);

test.each(['Emptying', 'none of it is so', 'Nan bread'])('“%s” is something', async (summary) => {
  const [found] = await imported(
    'checks.csv',
    `Claim,Verdict,Summary\nGulls read.,False,${summary}\n`,
  );
  expect(found).toMatchObject({ record: { check: { summary } } });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { imported, importedRecord, linesOf } from './imported.ts';

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://desk.example/gulls',
  claimReviewed: 'Gulls can read.',
  author: { '@type': 'Organization', name: 'Bird Desk' },
  datePublished: '2024-05-03',
  reviewRating: { '@type': 'Rating', alternateName: 'False' },
};

const page = (json: string): string =>
  `<!doctype html><script>var a = "<b>";</script><script type="application/ld+json">${json}</script>`;

describe('a ClaimReview is found', () => {
  const json = JSON.stringify;
  test.each([
    ['alone', 'a.json', json(review)],
    ['in a list', 'a.json', json([{ '@type': 'WebPage' }, review])],
    [
      'in @graph',
      'a.json',
      json({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Article' }, review] }),
    ],
    ['in a web page', 'a.html', page(json(review))],
    [
      'in a web page, wrapped for old browsers',
      'a.html',
      page(`//<![CDATA[\n${json(review)}\n//]]>`),
    ],
    ['in a web page inside JSON', 'a.json', json({ raw: { html: page(json(review)) } })],
    ['as text inside JSON', 'a.json', json({ raw: json(review) })],
    [
      'in a feed, in an item that is an object',
      'a.json',
      json({ '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: review }] }),
    ],
    [
      'in a feed, in an item that is a list with null',
      'a.json',
      json({
        '@type': 'DataFeed',
        dataFeedElement: [
          null,
          { '@type': 'DataFeedItem', item: null },
          { '@type': 'DataFeedItem' },
          { '@type': 'DataFeedItem', item: [null, review] },
        ],
      }),
    ],
    ['in JSON Lines', 'a.jsonl', `\n${json(review)}\n`],
    ['in JSON Lines with a comma after each', 'a.jsonl', `${json(review)},\n`],
    [
      'in lines of a file called .json',
      'a.json',
      `${json({ '@type': 'WebPage' })}\n${json(review)}\n`,
    ],
    ['with several types', 'a.json', json({ ...review, '@type': ['Review', 'ClaimReview'] })],
    [
      'with its type without @',
      'a.json',
      json({ ...review, '@type': undefined, type: 'ClaimReview' }),
    ],
    [
      'with the address of its type',
      'a.json',
      json({ ...review, '@type': 'http://schema.org/ClaimReview' }),
    ],
    [
      'with lists for single values',
      'a.json',
      json({
        ...review,
        claimReviewed: ['Gulls can read.'],
        author: [review.author],
        reviewRating: [review.reviewRating],
      }),
    ],
    [
      'with @value objects',
      'a.json',
      json({ ...review, claimReviewed: { '@value': 'Gulls can read.' } }),
    ],
    [
      'with texts for objects',
      'a.json',
      json({ ...review, author: 'Bird Desk', reviewRating: 'False' }),
    ],
    [
      'with quotation marks that nobody escaped',
      'a.json',
      json(review).replace('Gulls can read.', 'Gulls can "really" read.'),
    ],
    [
      'with line ends that nobody escaped',
      'a.json',
      json(review).replace('Gulls can read.', 'Gulls\r\ncan read.'),
    ],
    [
      'with entities, blanks, tags and marks that nobody sees',
      'a.json',
      json({ ...review, claimReviewed: ' “Gulls&amp;#32;can\u200B <b>read</b>.” \r' }),
    ],
  ])('%s', async (_, name, content) => {
    const found = await imported(name, content);
    const records = found.filter((one) => one.ok).map(({ record }) => record);
    expect(records).toHaveLength(1);
    expect(records[0]?.claim.replace('"really" ', '')).toBe('Gulls can read.');
    expect(records[0]?.check).toMatchObject({
      publisher: 'Bird Desk',
      label: 'False',
      verdict: 'false',
      url: 'https://desk.example/gulls',
      publishedOn: '2024-05-03',
    });
  });

  test('in a packed file, whatever its name', async () => {
    const packed = gzipSync(JSON.stringify(review));
    expect(linesOf(await imported('a.jsonl.gz', packed))).toEqual([
      '1 Gulls can read. | False | false',
    ]);
    expect(linesOf(await imported('a.json', packed))).toEqual([
      '1 Gulls can read. | False | false',
    ]);
  });

  test('in what Google’s search answers', async () => {
    const claim = {
      text: 'Gulls can read.',
      claimant: 'A fisher',
      claimReview: [
        {
          publisher: { name: 'Bird Desk', site: 'desk.example' },
          url: 'https://desk.example/gulls',
          reviewDate: '2024-05-03T10:00:00Z',
          textualRating: 'False',
          languageCode: 'en',
        },
      ],
    };
    expect(await importedRecord('a.json', JSON.stringify({ claims: [claim] }))).toMatchObject({
      claim: 'Gulls can read.',
      claimant: 'A fisher',
      language: 'en',
      check: { publisher: 'Bird Desk', verdict: 'false', publishedOn: '2024-05-03' },
    });
  });
});

test('what can’t be read is told with line and reason; the rest is read', async () => {
  const lines = [
    JSON.stringify(review),
    'this is no JSON',
    JSON.stringify({ '@type': 'Article' }),
    JSON.stringify({ ...review, claimReviewed: ' ' }),
    JSON.stringify({ ...review, claimReviewed: '?!' }),
    JSON.stringify({ '@type': 'ClaimReview', claimReviewed: 'Crabs sing.', reviewRating: {} }),
    `"${'a'.repeat(1_100_000)}"`,
    JSON.stringify({ ...review, claimReviewed: 'Crabs sing.' }),
  ];
  expect(linesOf(await imported('a.jsonl', lines.join('\n')))).toEqual([
    '1 Gulls can read. | False | false',
    '2 the line is no JSON',
    '3 no ClaimReview stands here',
    '4 it has no claim',
    '5 the claim holds no words',
    '6 it has neither a rating nor an address nor a summary',
    '7 the line is longer than a million characters',
    '8 Crabs sing. | False | false',
  ]);
});

test('one page may carry many claims', async () => {
  const reviews = ['One', 'Two', 'Three'].map((name) => ({
    ...review,
    claimReviewed: `${name} gull reads.`,
  }));
  expect(await imported('a.html', page(JSON.stringify(reviews)))).toHaveLength(3);
});

test.each([
  ['CLAIM: Gulls can read.', 'Gulls can read.'],
  ['Statement: “Gulls can read.”', 'Gulls can read.'],
  ['Die Behauptung: Möwen lesen.', 'Möwen lesen.'],
  ['L’affirmation : les mouettes lisent.', 'les mouettes lisent.'],
  ['说法：海鸥识字。', '海鸥识字。'],
  ['Claims: a history', 'Claims: a history'],
  ['Claim:', 'Claim:'],
])('of “%s” the claim is “%s”', async (claimReviewed, claim) => {
  expect((await importedRecord('a.json', JSON.stringify({ ...review, claimReviewed }))).claim).toBe(
    claim,
  );
});

test.each([
  ['relative to the publisher’s', '/gulls', 'https://desk.example/gulls'],
  ['without a scheme', 'desk.example/gulls', 'https://desk.example/gulls'],
  ['that begins with //', '//desk.example/gulls', 'https://desk.example/gulls'],
  ['with letters beyond ASCII', 'https://desk.example/möwen', 'https://desk.example/m%C3%B6wen'],
  ['that is words', 'in an ad', null],
  ['that is a picture', 'https://desk.example/gull.jpg', null],
  ['with a password', 'https://me:secret@desk.example/gulls', null],
  ['of this machine', 'http://localhost/gulls', null],
  ['of a machine by its number', 'http://127.0.0.1/gulls', null],
  ['that runs a script', 'javascript:alert(1)', null],
])('reads an address %s', async (_, url, read) => {
  const author = { '@type': 'Organization', name: 'Bird Desk', url: 'https://desk.example' };
  const { check } = await importedRecord('a.json', JSON.stringify({ ...review, author, url }));
  expect(check.url).toBe(read);
});

test.each([
  ['2024-05-03T10:11:12.345678+00:00', '2024-05-03'],
  ['11-Apr-20', '2020-04-11'],
  ['6/14/20', '2020-06-14'],
  ['14.06.2020', '2020-06-14'],
  ['05/06/2020', '2020'],
  ['Friday, 06 March 2020 2:18 PM [ Last Update: Friday, 06 March 2020 2:18 PM ]', '2020-03-06'],
  ['April 11, 2020', '2020-04-11'],
  ['11 de abril de 2020', '2020-04-11'],
  ['3. Mai 2021', '2021-05-03'],
  ['1 août 2019', '2019-08-01'],
  ['2020年4月11日', '2020-04-11'],
  ['2020-04', '2020-04'],
  ['2020', '2020'],
  ['15-May', null],
  ['20204-08-02', null],
  ['2020-02-31', null],
  ['2031-01-01', null],
  ['yesterday', null],
  ['', null],
])('reads the date “%s” as %s', async (datePublished, read) => {
  const { check } = await importedRecord('a.json', JSON.stringify({ ...review, datePublished }));
  expect(check.publishedOn).toBe(read);
});

test('holds one line of JSON Lines at a time', async () => {
  const { jsonLineRecords } = await import('../../../src/storage/imports/json-records.ts');
  const { context } = await import('./imported.ts');
  let given = 0;
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      given += 1;
      yield `${JSON.stringify(review)}\n`;
    }
  }
  let read = 0;
  for await (const _ of jsonLineRecords(endless(), context)) {
    read += 1;
    expect(given - read).toBeLessThanOrEqual(1);
    if (read === 500) break;
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentRecords } from '../../../src/storage/imports/json-records.ts';
import { context } from './imported.ts';

const review = (at: number) => ({
  '@type': 'ClaimReview',
  url: `https://desk.example/${at}`,
  claimReviewed: `Gull [${at}] says "{so}", and \\ more`,
  author: { '@type': 'Organization', name: 'Bird Desk' },
  itemReviewed: { '@type': 'Claim', appearance: [{ url: 'https://a.example' }, { url: null }] },
  reviewRating: { '@type': 'Rating', alternateName: 'False' },
});

/** Feeds as publishers shape them. */
const shapes: Readonly<
  Record<string, { item(at: number): object; around(items: string): string }>
> = {
  'a feed': {
    item: (at) => ({
      '@type': 'DataFeedItem',
      dateCreated: '2024-05-03',
      item: [review(at), null],
    }),
    around: (items) => `{"@type":"DataFeed","dataFeedElement":[${items}],"name":"Checks"}`,
  },
  'linked data': {
    item: review,
    around: (items) => `{"@context":"https://schema.org","@graph":[${items}]}`,
  },
  'a list': { item: review, around: (items) => `[${items}]` },
  'what a search answers': {
    item: (at) => ({
      text: `Gull ${at} can read.`,
      claimReview: [
        {
          publisher: { name: 'Bird Desk', site: 'desk.example' },
          url: `https://desk.example/${at}`,
          textualRating: 'False',
        },
      ],
    }),
    around: (items) => `{"claims":[${items}],"nextPageToken":"x"}`,
  },
};

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 700) yield text.slice(at, at + 700);
}

async function readFeed(text: string) {
  const found = await Array.fromAsync(documentRecords(inPieces(text), context));
  return {
    records: found.flatMap((one) => (one.ok ? [one.record] : [])),
    rejects: found.flatMap((one) => (one.ok ? [] : [one])),
  };
}

interface Break {
  readonly item: number;
  /** Between 0 and 1: how far into the item. */
  readonly place: number;
  /** What is put in; nothing where a character is cut out. */
  readonly inserted: string;
}

const anyBreak: fc.Arbitrary<Break> = fc.record({
  // The first is whole: where it isn't, nothing tells yet how the items of a feed begin.
  item: fc.integer({ min: 1, max: 11 }),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  inserted: fc.constantFrom('', '', '{', '}', '[', ']', '"', ',', ':', '\\', 'x', '\n', '}]', '"}'),
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Prefers the characters that others depend on. */
function broken(item: string, { place, inserted }: Break): string {
  const marks = [...item.matchAll(/[[\]{}",:\\]/g)].map(({ index }) => index);
  const at = marks[Math.floor(place * (marks.length - 1))] ?? 0;
  return item.slice(0, at) + inserted + item.slice(inserted === '' ? at + 1 : at);
}

test.each(Object.entries(shapes))('in %s, what is broken costs no other item', async (_, shape) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyBreak, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(undefined, 2),
      async (breaks, indent) => {
        const byItem = new Map(breaks.map((one) => [one.item, one]));
        const items = Array.from({ length: 12 }, (_, at) => shape.item(at));
        const texts = items.map((item, at) => {
          const text = `${indent ? '\n' : ''}${JSON.stringify(item, null, indent)}`;
          const found = byItem.get(at);
          return found ? broken(text, found) : text;
        });
        const { records, rejects } = await readFeed(shape.around(texts.join(',')));
        const read = new Set(records.map(({ check }) => check.url));
        const lost = items.flatMap((_, at) => (read.has(`https://desk.example/${at}`) ? [] : [at]));
        expect(lost.filter((at) => !byItem.has(at))).toEqual([]);
        const unread = lost.filter((at) => !isJson(texts[at] ?? ''));
        // Where broken ones stand side by side, nobody can tell how many they were.
        const areApart = breaks.every(({ item }) => !byItem.has(item + 1));
        if (areApart) expect(rejects.length).toBeGreaterThanOrEqual(unread.length);
      },
    ),
    { numRuns: 100 },
  );
});

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
  'a list in a list': { item: review, around: (items) => `[[${items}]]` },
  'a feed that tells the addresses first': {
    item: (at) => ({
      url: `https://desk.example/${at}`,
      '@type': 'DataFeedItem',
      item: review(at),
    }),
    around: (items) =>
      `{"@type":["DataFeed"],"dataFeedElement":[${items}],"license":[{"url":"x"}]}`,
  },
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
  /** Between 0 and 1: how far into the item. */
  readonly place: number;
  /** What is put in; nothing where a character is cut out. */
  readonly inserted: string;
}

const anyBreak: fc.Arbitrary<Break> = fc.record({
  // Often at its first bracket, by which it is known where it begins.
  place: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
  inserted: fc.constantFrom('', '', '{', '}', '[', ']', '"', ',', ':', '\\', 'x', '\n', '}]', '"}'),
});

/** Of each item how it is broken, if it is: some alone, some side by side, at the start and at the end. */
const anyBreaks: fc.Arbitrary<readonly (Break | undefined)[]> = fc
  .array(
    fc.oneof(
      fc.array(fc.constant(undefined), { minLength: 1, maxLength: 5 }),
      fc.array(anyBreak, { minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((runs) => runs.flat());

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

test.each(Object.entries(shapes))(
  'in %s, each item is read or told, whichever are broken, and none that is whole is lost',
  async (_, shape) => {
    await fc.assert(
      fc.asyncProperty(
        anyBreaks,
        fc.constantFrom(undefined, 2),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
        async (breaks, indent, cut) => {
          const texts = breaks.map((found, at) => {
            const text = `${indent ? '\n' : ''}${JSON.stringify(shape.item(at), null, indent)}`;
            return found ? broken(text, found) : text;
          });
          const whole = shape.around(texts.join(','));
          const start = whole.indexOf(texts[0] ?? '');
          const document =
            cut === undefined
              ? whole
              : whole.slice(0, start + Math.ceil((whole.length - start) * cut));
          let end = start;
          const items = texts
            .map((text, at) => {
              const from = end;
              end += text.length + 1;
              return { at, from, to: end - 1, isWhole: isJson(text) && end - 1 <= document.length };
            })
            .filter(({ from, to }) => /\w/.test(document.slice(from, to)));
          const { records, rejects } = await readFeed(document);
          const addresses = new Set(records.map(({ check }) => check.url));
          const claims = new Set(records.flatMap(({ claim }) => claim.match(/\d+/) ?? []));
          const lost = items.filter(({ at }) => !addresses.has(`https://desk.example/${at}`));
          expect(lost.filter(({ isWhole, at }) => isWhole && !breaks[at])).toEqual([]);
          // Of one that was mended, the address may be another.
          const unread = lost.filter(({ isWhole, at }) => !isWhole && !claims.has(`${at}`));
          expect(rejects.length).toBeGreaterThanOrEqual(unread.length);
          if (indent) {
            const lineAt = (place: number): number => document.slice(0, place).split('\n').length;
            const untold = unread.filter(
              ({ from, to }) =>
                !rejects.some(({ line }) => lineAt(from + 1) <= line && line <= lineAt(to)),
            );
            expect(untold).toEqual([]);
          }
          for (const { line, reason } of rejects) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(document.split('\n').length);
            expect(reason).not.toBe('');
          }
        },
      ),
      { numRuns: 100 },
    );
  },
);

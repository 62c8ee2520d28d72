import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ImportError } from '../../../src/storage/imports/import-error.ts';
import type { Imported } from '../../../src/storage/imports/imported-record.ts';
import { documentRecords, jsonLineRecords } from '../../../src/storage/imports/json-records.ts';
import { recordsToClaims } from '../../../src/storage/imports/records-to-claims.ts';
import { tableRecords } from '../../../src/storage/imports/table-records.ts';
import { keptClaimSchema } from '../../../src/storage/state/kept-claim.ts';
import { today } from '../packs/edited-packs.ts';
import { context } from './imported.ts';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Everything that a reader gives; a file that it refuses gives nothing. */
async function readAll(found: AsyncIterable<Imported>): Promise<readonly Imported[]> {
  try {
    return await Array.fromAsync(found);
  } catch (error) {
    if (error instanceof ImportError) return [];
    throw error;
  }
}

/** What every record may be relied on for; a claim made of it can be kept in the state and read back. */
function expectSound(found: readonly Imported[]): void {
  const records = found.flatMap((one) => (one.ok ? [{ line: one.line, record: one.record }] : []));
  for (const { claim } of recordsToClaims(records, { name: 'town', language: 'en', today })) {
    expect(keptClaimSchema.parse(JSON.parse(JSON.stringify(claim)))).toEqual(claim);
  }
  for (const one of found) {
    expect(one.line).toBeGreaterThan(0);
    if (!one.ok) {
      expect(one.reason).not.toBe('');
      continue;
    }
    const { claim, check } = one.record;
    expect(claim).not.toMatch(/^\s|\s$|[\p{Cc}\u202E]|^$/u);
    expect(check.publisher).not.toBe('');
    if (check.url !== null) expect(check.url).toMatch(/^https?:\/\/[^\s@]+$/);
  }
}

const names = [
  '@type',
  'type',
  '@graph',
  'item',
  'dataFeedElement',
  'claimReviewed',
  'reviewRating',
  'alternateName',
  'ratingValue',
  'url',
  'author',
  'name',
  'datePublished',
  '@value',
  'text',
  'claimReview',
  'textualRating',
];
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      'ClaimReview',
      'DataFeedItem',
      'False',
      'https://a.example/b',
      '//b',
      '2024-01-01',
      null,
      4,
      true,
    ),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 8 }),
  ),
})).value;

const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'claim',
    'verdict',
    'source',
    'date',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r\n',
    '\n',
    'False',
    '\uFEFF',
    '=1+1',
    'https://a.example',
  ),
);

test('no JSON breaks the readers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyJson, { maxLength: 5 }), async (values) => {
      const review = (value: unknown) => ({
        '@type': 'ClaimReview',
        claimReviewed: value,
        url: 'https://a.example/b',
        reviewRating: value,
      });
      const lines = [...values, ...values.map(review)]
        .map((value) => JSON.stringify(value))
        .join('\n');
      expectSound(await readAll(jsonLineRecords(once(lines), context)));
      expectSound(await readAll(documentRecords(once(lines), context)));
      expectSound(await readAll(documentRecords(once(lines.replaceAll('\\"', '"')), context)));
    }),
    { numRuns: 100 },
  );
});

test('no table breaks its reader, and none gives more rows than it has lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCell, { maxLength: 60 }), async (cells) => {
      for (const table of [cells.join(''), `claim,verdict,source,date\n${cells.join('')}`]) {
        const found = await readAll(tableRecords(once(table), context));
        expectSound(found);
        expect(found.length).toBeLessThanOrEqual(table.split(/\r\n|\n|\r/).length);
      }
    }),
    { numRuns: 100 },
  );
});

test('neither nesting nor what is never closed breaks them', async () => {
  const deep = '['.repeat(100_000);
  for (const text of [
    deep,
    `${deep}${']'.repeat(100_000)}`,
    '{"a":'.repeat(50_000),
    '"'.repeat(300_000),
    '<script type="application/ld+json">'.repeat(20_000),
    `{"claimReviewed":"${'" '.repeat(100_000)}`,
  ]) {
    expectSound(await readAll(documentRecords(once(text), context)));
    expectSound(await readAll(tableRecords(once(`claim,verdict\n${text}`), context)));
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowToCsv } from '../../../src/storage/imports/csv-text.ts';
import type { ImportedRecord } from '../../../src/storage/imports/imported-record.ts';
import { recordToRow, tableHeadings } from '../../../src/storage/imports/record-to-row.ts';
import { tableRecords } from '../../../src/storage/imports/table-records.ts';
import { context } from './imported.ts';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function recordsOf(table: string): Promise<readonly ImportedRecord[]> {
  const found = await Array.fromAsync(tableRecords(once(table), context));
  return found.flatMap((one) => (one.ok ? one.record : []));
}

function tableOf(records: readonly ImportedRecord[]): string {
  return [tableHeadings, ...records.map(recordToRow)].map((row) => `${rowToCsv(row)}\n`).join('');
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    '-5 degrees',
    '@gulls',
    'a, b',
    'a | b',
    'TRUE',
    '"so"',
    'a;b',
    '3 May 2021',
  ),
);

test('a table that was read, written and read again says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(anyText, { minLength: tableHeadings.length, maxLength: tableHeadings.length }),
        { minLength: 1, maxLength: 5 },
      ),
      async (rows) => {
        const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const table = [
          tableHeadings,
          ...rows.map(([first, ...rest]) => [`Gulls ${first}`, ...rest]),
        ];
        const records = await recordsOf(
          table.map((row) => `${row.map(cell).join(',')}\n`).join(''),
        );
        const written = tableOf(records);
        const again = await recordsOf(written);
        expect(again).toEqual(records);
        expect(tableOf(again)).toBe(written);
      },
    ),
    { numRuns: 100 },
  );
});

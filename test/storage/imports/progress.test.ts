import { stat, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readRecords } from '../../../src/storage/imports/read-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { context } from './imported.ts';

const row = `Gulls read number ${'x'.repeat(60)}.,False\n`;
const table = `claim,rating\n${row.repeat(5_000)}`;

test.each([
  ['a file', 'a.csv', Buffer.from(table)],
  ['a packed file', 'a.csv.gz', gzipSync(table)],
])(
  'whoever waits for %s is told how much of it has been read, up to all of it',
  async (_, name, content) => {
    const path = `${await temporaryFolder()}/${name}`;
    await writeFile(path, content);
    const told: number[] = [];
    await Array.fromAsync(
      readRecords(path, 'table', context, { onRead: (bytes) => told.push(bytes) }),
    );
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe((await stat(path)).size);
  },
);

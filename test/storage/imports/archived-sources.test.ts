import { expect, test } from 'vitest';
import { recordsToClaims } from '../../../src/storage/imports/records-to-claims.ts';
import { imported } from './imported.ts';

async function publisherOf(address: string): Promise<string | undefined> {
  const found = await imported('a.csv', `claim,rating,sources\nGulls read.,False,${address}\n`);
  const records = found.flatMap((one) => (one.ok ? [{ line: one.line, record: one.record }] : []));
  const about = { name: 'town', language: 'en', today: '2026-11-29' };
  return recordsToClaims(records, about)[0]?.claim.sources.at(-1)?.publisher;
}

test.each([
  ['https://web.archive.org/web/20200102030405/https://www.birds.example/gulls', 'birds.example'],
  [
    'https://web.archive.org/web/20200102030405id_/http://birds.example/?a=https://b.example',
    'birds.example',
  ],
  ['http://web.archive.org/web/2020/https:/birds.example/gulls', 'birds.example'],
  ['https://web.archive.org/about', 'web.archive.org'],
  ['https://web.archive.org/web/20200102030405/birds', 'web.archive.org'],
  ['https://birds.example/web/2020/https://other.example', 'birds.example'],
])('a source at %s is told as one of %s', async (address, publisher) => {
  expect(await publisherOf(address)).toBe(publisher);
});

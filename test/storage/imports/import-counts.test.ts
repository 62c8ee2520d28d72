import { expect, test } from 'vitest';
import { createImportCounts } from '../../../src/storage/imports/import-counts.ts';
import { imported } from './imported.ts';

test.each([
  ['pt', []],
  ['de', ['Impreciso']],
])('asks in %s to place %j', async (language, unknown) => {
  const counts = createImportCounts(language);
  const table = 'Claim,Rating\nAs gaivotas sabem ler.,Impreciso\n';
  for (const found of await imported('checks.csv', table, { language })) counts.add(found);
  expect([...counts.unknownLabels.keys()]).toEqual(unknown);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemaFiles } from '../../../src/storage/packs/json-schemas.ts';

test.each(jsonSchemaFiles())('data/$name is up to date (if not: npm run schema)', async (file) => {
  expect(await readFile(`data/${file.name}`, 'utf8')).toBe(file.text);
});

test('editors are told of every field of a claim what it means', () => {
  const [claim] = jsonSchemaFiles();
  const { properties, required } = JSON.parse(claim?.text ?? '');
  const undescribed = Object.entries<{ description?: string }>({
    ...properties,
    ...properties.sources.items.properties,
    ...properties.verification.properties,
    ...properties.history.items.properties,
  }).filter(([, field]) => !field.description);
  expect(undescribed).toEqual([]);
  expect(required).toContain('summary');
  expect(properties.verdict.enum).toContain('misleading');
});

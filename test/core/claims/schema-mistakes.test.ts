import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSchemaMistakes } from '../../../src/core/claims/schema-mistakes.ts';

const schema = z.strictObject({ verdict: z.enum(['true', 'false']) });
const mistakesOf = createSchemaMistakes(schema);

test.each([
  ['x'.repeat(60), `"${'x'.repeat(60)}" is not`],
  ['x'.repeat(61), `"${'x'.repeat(60)}…" is not`],
  ['  on\n two   lines ', '"on two lines" is not'],
])('a wrong value is repeated on one line, cut to what can be read there', (verdict, said) => {
  const data = { verdict };
  const { error } = schema.safeParse(data);
  if (!error) throw new Error('the value is wrong and was taken');
  expect(mistakesOf(data, error).map(({ message }) => message)).toEqual([
    expect.stringContaining(said),
  ]);
});

import { expect, test } from 'vitest';
import { targets } from '../../tools/fuzz/targets.ts';

/** `npm run fuzz` tries a million. */
const runs = 150;

test.each(targets)('whatever comes in is read: $name', async ({ fuzz }) => {
  const { failure } = await fuzz({ runs, seed: 1 });
  expect(failure).toBeUndefined();
});

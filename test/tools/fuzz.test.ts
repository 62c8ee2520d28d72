import { expect, test } from 'vitest';
import { openTargets } from '../../tools/fuzz/targets.ts';

/** `npm run fuzz` tries a million. */
const runs = 150;

const targets = await openTargets();

test.each(targets)('whatever comes in is read: $name', async ({ fuzz }) => {
  const { failure } = await fuzz({ runs, seed: 1 });
  expect(failure).toBeUndefined();
});

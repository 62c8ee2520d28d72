import { expect, test } from 'vitest';
import { createPopularity } from '../../../src/core/bot/popularity.ts';

test('what was asked most often comes first, and what nobody asked is not there', () => {
  const { add, top } = createPopularity();
  for (const ref of ['riverton/a', 'riverton/b', 'riverton/b', 'riverton/c'] as const) add(ref);
  for (let asked = 0; asked < 3; asked += 1) add('riverton/c');
  expect(top()).toEqual(['riverton/c', 'riverton/b', 'riverton/a']);
});

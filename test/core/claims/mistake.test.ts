import { expect, test } from 'vitest';
import { compareMistakes, type Mistake } from '../../../src/core/claims/mistake.ts';

test('mistakes are read file by file, from top to bottom', () => {
  const first: Mistake = { file: 'a.yaml', line: 2, column: 9, field: 'claim', message: 'a' };
  const ordered = [
    first,
    { ...first, message: 'b' },
    { ...first, field: 'gist', message: 'a' },
    { ...first, column: 10, field: 'asOf' },
    { ...first, line: 10, column: 1, field: 'asOf' },
    { ...first, file: 'b.yaml', line: 1, column: 1, field: 'asOf' },
  ];
  expect(ordered.toReversed().toSorted(compareMistakes)).toEqual(ordered);
  expect(ordered.toSorted(compareMistakes)).toEqual(ordered);
  expect(compareMistakes(first, { ...first })).toBe(0);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortRange } from '../../../src/core/claims/sort-range.ts';

const ascending = (one: number, other: number): boolean => one < other;

test('puts in place what would stand there were all sorted', () => {
  const numbers = fc.uniqueArray(fc.nat({ max: 500 }), { maxLength: 80 });
  fc.assert(
    fc.property(numbers, fc.nat({ max: 90 }), fc.nat({ max: 20 }), (items, from, count) => {
      const sorted = items.toSorted((one, other) => one - other);
      const array = Uint32Array.from(items);
      sortRange(array, { from, to: from + count }, ascending);
      expect([...array.subarray(from, from + count)]).toEqual(sorted.slice(from, from + count));
    }),
  );
});

test.each([
  ['in order', (at: number) => at],
  ['backwards', (at: number) => 10_000 - at],
  ['in no order', (at: number) => (at * 7919) % 10_007],
])(
  'of many that are %s, sorts a few wherever they stand for about what looking at each costs',
  (_, numberAt) => {
    for (const from of [0, 5000, 9990]) {
      let comparisons = 0;
      const items = Uint32Array.from({ length: 10_000 }, (__, at) => numberAt(at));
      sortRange(items, { from, to: from + 5 }, (one, other) => {
        comparisons += 1;
        return one < other;
      });
      expect(comparisons).toBeLessThan(60_000);
    }
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf } from '../../../src/core/claims/best-of.ts';

test('gives what would stand there were all put in order, the earlier of equal ones first', () => {
  const few = fc.constantFrom(0, 0.0001, 0.5, 0.5001, 0.99, 1, 1.7);
  const scores = fc.array(fc.oneof(few, fc.float({ min: 0, max: 1, noNaN: true })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(scores, fc.nat({ max: 90 }), fc.nat({ max: 20 }), (list, from, count) => {
      const items = Float32Array.from(list);
      const all = [...items.keys()].sort(
        (one, other) => (items[other] as number) - (items[one] as number) || one - other,
      );
      expect(bestOf(items, from, count)).toEqual(all.slice(from, from + count));
    }),
  );
});

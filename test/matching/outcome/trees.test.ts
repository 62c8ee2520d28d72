import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLogOdds, type Tree } from '../../../src/matching/outcome/trees.ts';

const stump = { features: [0], thresholds: [2], leaves: [-3, 3] };

test('a value at the threshold goes left, above it right', () => {
  const trees = { bias: 0, trees: [stump] };
  expect(createLogOdds(trees)([2])).toBe(-3);
  expect(createLogOdds(trees)([2.1])).toBe(3);
});

test('trees add up, in log-odds', () => {
  const trees = { bias: 1, trees: [stump, stump] };
  expect(createLogOdds(trees)([0])).toBe(-5);
});

test('a node without a feature goes left', () => {
  const deep = { features: [0, -1, 1], thresholds: [0, 0, 0], leaves: [1, 9, 2, 3] };
  expect(createLogOdds({ bias: 0, trees: [deep] })([-1, 5])).toBe(1);
});

const value = fc.constantFrom(-1, 0, 0.5, 1, 2);
const nodes = 7;
const anyTree = fc.record<Tree>({
  features: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: nodes, maxLength: nodes }),
  thresholds: fc.array(value, { minLength: nodes, maxLength: nodes }),
  leaves: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: nodes + 1, maxLength: nodes + 1 }),
});

function leafOf({ features, thresholds, leaves }: Tree, values: readonly number[]): number {
  let node = 0;
  while (node < nodes) {
    const feature = features[node] ?? -1;
    const isLeft = feature < 0 || (values[feature] ?? 0) <= (thresholds[node] ?? 0);
    node = 2 * node + (isLeft ? 1 : 2);
  }
  return leaves[node - nodes] ?? 0;
}

test('many trees say together what they say one by one', () => {
  fc.assert(
    fc.property(
      fc.array(anyTree),
      fc.array(fc.array(value, { minLength: 4, maxLength: 4 })),
      (trees, rows) => {
        const oddsOf = createLogOdds({ bias: 0.5, trees });
        for (const row of rows) {
          const sum = trees.reduce((total, tree) => total + leafOf(tree, row), 0.5);
          expect(oddsOf(row)).toBe(sum);
        }
      },
    ),
  );
});

import { expect, test } from 'vitest';
import { createProbability } from '../../../src/matching/outcome/trees.ts';

const stump = { features: [0], thresholds: [2], leaves: [-3, 3] };

test('a value at the threshold goes left, above it right', () => {
  const trees = { bias: 0, trees: [stump] };
  expect(createProbability(trees)([2])).toBeCloseTo(1 / (1 + Math.exp(3)));
  expect(createProbability(trees)([2.1])).toBeCloseTo(1 / (1 + Math.exp(-3)));
});

test('trees add up, in log-odds', () => {
  const trees = { bias: 1, trees: [stump, stump] };
  expect(createProbability(trees)([0])).toBeCloseTo(1 / (1 + Math.exp(5)));
});

test('a node without a feature goes left', () => {
  const deep = { features: [0, -1, 1], thresholds: [0, 0, 0], leaves: [1, 9, 2, 3] };
  expect(createProbability({ bias: 0, trees: [deep] })([-1, 5])).toBeCloseTo(
    1 / (1 + Math.exp(-1)),
  );
});

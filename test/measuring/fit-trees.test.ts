import { expect, test } from 'vitest';
import { createLogOdds } from '../../src/matching/outcome/trees.ts';
import { fitTrees } from '../../src/measuring/fit-trees.ts';
import { createRandom } from '../../src/measuring/random.ts';

const settings = {
  rounds: 120,
  depth: 3,
  rate: 0.1,
  least: 2,
  ridge: 1,
  features: 1,
  rows: 0.8,
  seed: 1,
};

/** True in two opposite corners, which no sum of single features tells apart; the third feature is noise. */
function draw(count: number, seed: number) {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, () => [random(), random(), random()]);
  const isTrue = rows.map(([x = 0, y = 0]) => x > 0.5 === y > 0.5);
  return { rows, isTrue, weights: rows.map(() => 1) };
}

test('learns what holds only of two features together', () => {
  const { rows, isTrue, weights } = draw(1500, 1);
  const trees = fitTrees(rows, isTrue, weights, settings);
  const unseen = draw(500, 2);
  const right = unseen.rows.filter(
    (row, at) => createLogOdds(trees)(row) > 0 === unseen.isTrue[at],
  );
  expect(right.length / unseen.rows.length).toBeGreaterThan(0.95);
});

test('the same examples give the same trees, bit for bit', () => {
  const { rows, isTrue, weights } = draw(300, 1);
  expect(fitTrees(rows, isTrue, weights, settings)).toEqual(
    fitTrees(rows, isTrue, weights, settings),
  );
});

test('what weighs nothing teaches nothing', () => {
  const { rows, isTrue } = draw(600, 1);
  const half = rows.map((_, at) => (at < 300 ? 1 : 0));
  const turned = isTrue.map((value, at) => (at < 300 ? value : !value));
  const trees = fitTrees(rows, turned, half, settings);
  const right = rows.filter((row, at) => createLogOdds(trees)(row) > 0 === isTrue[at]);
  expect(right.length / rows.length).toBeGreaterThan(0.9);
});

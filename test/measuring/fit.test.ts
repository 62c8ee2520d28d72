import { expect, test } from 'vitest';
import { fitRanker } from '../../src/measuring/fit.ts';
import { createRandom } from '../../src/measuring/random.ts';

const random = createRandom(7);
/** The first feature decides, the second is noise, the third is the first turned round. */
const groups = Array.from({ length: 200 }, () => {
  const rows = Array.from({ length: 5 }, () => {
    const telling = random();
    return [telling, random(), -telling];
  });
  const best = Math.max(...rows.map(([telling = 0]) => telling));
  return { rows, isRight: rows.map(([telling]) => (telling === best ? 1 : 0)), weight: 1 };
});

test('the ranker learns which feature tells the right candidate', () => {
  const [telling = 0, noise = 0] = fitRanker(groups, ['+', '±', '0']);
  expect(telling).toBeGreaterThan(5);
  expect(Math.abs(noise)).toBeLessThan(telling / 10);
});

test('a weight never takes a sign that it may not have', () => {
  const [first = 0, second = 0, third = 0] = fitRanker(groups, ['-', '+', '+']);
  expect([first <= 0, second >= 0, third]).toEqual([true, true, 0]);
});

test('the same examples give the same weights, bit for bit', () => {
  expect(fitRanker(groups, [])).toEqual(fitRanker(groups, []));
});

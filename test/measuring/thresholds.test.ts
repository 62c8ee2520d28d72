import { expect, test } from 'vitest';
import { confidenceFeatures } from '../../src/matching/outcome/confidence.ts';
import { createRandom } from '../../src/measuring/random.ts';
import { learnThresholds, type Unseen } from '../../src/measuring/thresholds.ts';

const random = createRandom(3);

/** A text whose first candidate leads by so much; the runner-up is right the more often the smaller the lead is. */
function unseen(words: number, rightPlace: number, margin: number, confidence: number): Unseen {
  const values = new Map<string, number>([
    ['margin', margin],
    ['sharedTerms', Math.log1p(words)],
    ['questionCovered', 1],
  ]);
  return {
    set: 'invented',
    weight: 1,
    decision: confidenceFeatures.map((name) => values.get(name) ?? 0),
    isRight: rightPlace === 0,
    isAnswerable: rightPlace >= 0,
    rightPlace,
    confidence,
  };
}

const cases = Array.from({ length: 3000 }, () => {
  const margin = random() * 4;
  const rightPlace = random() < 1 / (1 + Math.exp(margin)) ? 1 : 0;
  return unseen(5, rightPlace, margin, 1 - 1 / (1 + Math.exp(margin)));
});

test('the levels are where so many answers were right', () => {
  const { strictness } = learnThresholds(cases);
  expect(strictness.strict.precision).toBeCloseTo(0.95, 2);
  expect(strictness.balanced.precision).toBeCloseTo(0.85, 2);
  expect(strictness.balanced.confidence).toBeLessThan(strictness.strict.confidence);
});

test('the runner-up is a rival as long as it is right one time in six', () => {
  expect(learnThresholds(cases).rivalry.margin).toBeCloseTo(Math.log(5), 0);
});

test('as many candidates are named as are needed to have the right one among them three times of four', () => {
  const places = [0, 0, 1, 2, 2, 3, 0, 1];
  const unsure = places.map((place) => unseen(5, place, 0.1, place === 0 ? 0.1 : 0.2));
  expect(learnThresholds(unsure).named).toEqual({ count: 3, rightIsAmong: 0.875 });
});

test('a text says too little up to the length at which it is more often wrong than right', () => {
  const short = [-1, -1, 0].flatMap((place) => [1, 2].map((words) => unseen(words, place, 1, 0.5)));
  const long = [0, 0, -1].map((place) => unseen(3, place, 1, 0.5));
  expect(learnThresholds([...short, ...long]).bare).toEqual({ words: 2, right: 0.3333 });
});

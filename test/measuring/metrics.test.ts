import { expect, test } from 'vitest';
import {
  areaUnderRoc,
  averagePrecisionAt5,
  calibrationError,
  thresholdAtFalseAnswers,
} from '../../src/measuring/metrics.ts';

test('average precision counts what is found early more, and stops at five', () => {
  expect(averagePrecisionAt5(['a', 'b'], new Set(['a']))).toBe(1);
  expect(averagePrecisionAt5(['b', 'a'], new Set(['a']))).toBe(0.5);
  expect(averagePrecisionAt5(['1', '2', '3', '4', '5', 'a'], new Set(['a']))).toBe(0);
  expect(averagePrecisionAt5(['a', 'x', 'b'], new Set(['a', 'b']))).toBeCloseTo((1 + 2 / 3) / 2);
});

test('the area under the curve is the chance to tell the two apart', () => {
  expect(areaUnderRoc([0.9, 0.8], [0.1, 0.2])).toBe(1);
  expect(areaUnderRoc([0.1], [0.9])).toBe(0);
  expect(areaUnderRoc([0.5, 0.5], [0.5])).toBe(0.5);
});

test('above the threshold lie no more false answers than allowed', () => {
  const without = Array.from({ length: 100 }, (_, at) => at / 100);
  const threshold = thresholdAtFalseAnswers(without, 0.05);
  expect(without.filter((confidence) => confidence > threshold)).toHaveLength(5);
});

test('confidences that come true have no calibration error', () => {
  const cases = Array.from({ length: 1000 }, (_, at) => ({
    confidence: 0.7,
    isRight: at % 10 < 7,
  }));
  expect(calibrationError(cases)).toBeCloseTo(0);
  expect(calibrationError(cases.map((one) => ({ ...one, isRight: false })))).toBeCloseTo(0.7);
});

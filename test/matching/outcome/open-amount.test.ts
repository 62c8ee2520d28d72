import { describe, expect, test } from 'vitest';
import { fitOf, openAmount } from '../../../src/matching/outcome/open-amount.ts';

describe('a question leaves open', () => {
  test.each([
    ['how many wardens did ferris fire', 'count'],
    ['ok but how many floods were there', 'count'],
    ['does anyone know how much the toll brings in', 'any'],
    ['how old is mara ferris', 'any'],
    ['what percent of the wardens did she fire', 'share'],
  ])('an amount: “%s”', (text, amount) => {
    expect(openAmount(text)).toBe(amount);
  });

  test.each([
    'did ferris fire 31 wardens',
    'ferris makes her wardens say in court how much a cell costs',
    'how much of the cheese is exported',
    'how liberal is mara ferris',
  ])('none: “%s”', (text) => {
    expect(openAmount(text)).toBeUndefined();
  });
});

describe('a statement fills in an amount', () => {
  test.each([
    ['Ferris fired 31 wardens.', 'count', 2],
    ['Ferris fired nearly 10% of her wardens.', 'count', 1],
    ['Ferris fired up to one-third of her wardens.', 'share', 2],
    ['Ferris fired 31 wardens.', 'share', 1],
    ['The ferry cost more than five times as much.', 'any', 2],
    ['Saltmarsh set a new record for floods in 2021.', 'count', 0],
    ['Ferris was one of the first to end the toll.', 'count', 0],
  ] as const)('“%s” (%s): %i', (statement, amount, fit) => {
    expect(fitOf(statement, amount)).toBe(fit);
  });
});

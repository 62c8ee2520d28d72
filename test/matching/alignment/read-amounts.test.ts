import { describe, expect, test } from 'vitest';
import { type Amount, readAmounts } from '../../../src/matching/alignment/read-amounts.ts';
import { isSameAmount, isSameTime } from '../../../src/matching/alignment/same-amount.ts';

const amountIn = (text: string): Amount => {
  const [amount] = readAmounts(text).amounts;
  if (!amount) throw new Error(`No amount in: ${text}`);
  return amount;
};

describe('an amount is read as what it measures', () => {
  test.each([
    ['62k accounts', 62_000, 'count'],
    ['1,450,000 people', 1_450_000, 'count'],
    ['12.000 Einwohner', 12_000, 'count'],
    ['fourteen hundred people', 1_400, 'count'],
    ['5.1 million dollars', 5_100_000, 'money'],
    ['3,4 M€', 3_400_000, 'money'],
    ['8,3 Millionen Euro', 8_300_000, 'money'],
    ['41,2 Cent', 0.412, 'money'],
    ['£9 a day', 9, 'money'],
    ['60 % of it', 0.6, 'share'],
    ['vierzig Prozent', 0.4, 'share'],
    ['30 por ciento', 0.3, 'share'],
    ['two thirds', 0.6666, 'share'],
    ['la moitié', 0.5, 'share'],
    ['3 in 10', 0.3, 'share'],
    ['twice as many', 2, 'times'],
    ['doppelt so viele', 2, 'times'],
    ['the third floor', 3, 'rank'],
    ['every fourth tenant', 4, 'rank'],
    ['quinze jours', 15 * 86_400, 'time'],
    ['37.5 hours', 37.5 * 3_600, 'time'],
    ['1.5mg dose', 1.5e-6, 'weight'],
    ['16TB', 16e12, 'data'],
  ])('%s', (text, value, measures) => {
    const amount = amountIn(text);
    expect(amount.measures).toBe(measures);
    expect(amount.value).toBeCloseTo(value, 6);
  });

  test('what is no amount is none', () => {
    expect(readAmounts('the 5G network in Terminal B').amounts).toEqual([]);
  });
});

describe('a time is read with what it leaves open', () => {
  test.each([
    ['in aug 24', 2024, 8, undefined],
    ["back in '22", 2022, undefined, undefined],
    ['am 14. november 2024', 2024, 11, 14],
    ['el 14 de noviembre de 2024', 2024, 11, 14],
    ['the March 2018 memo', 2018, 3, undefined],
    ['since 1987', 1987, undefined, undefined],
  ])('%s', (text, year, month, day) => {
    expect(readAmounts(text).times).toMatchObject([{ year, month, day }]);
  });

  test('a verb is no month', () => {
    expect(readAmounts('they may march on')).toEqual({ amounts: [], times: [] });
  });
});

describe('two amounts are the same', () => {
  test.each([
    ['60 %', '60 percent'],
    ['a third', '33%'],
    ['8.4m', '8.4 million dollars'],
    ['two hours', '120 minutes'],
    ['1.5 tonnes', '1500 kg'],
    ['40 of the costs', '40 percent of the costs'],
    ['72', '72 hours'],
  ])('%s and %s', (one, other) => {
    expect(isSameAmount(amountIn(one), amountIn(other))).toBe(true);
  });
});

describe('two amounts differ', () => {
  test.each([
    ['16 gigs', '16 terabytes'],
    ['30 euros', '30 pounds'],
    ['40 percent', '40 hours'],
    ['562', '652'],
    ['three weeks', 'three days'],
  ])('%s and %s', (one, other) => {
    expect(isSameAmount(amountIn(one), amountIn(other))).toBe(false);
  });
});

test('a year alone fits every day of it, and no other year', () => {
  const [year] = readAmounts('in 2024').times;
  const [day] = readAmounts('on 3 May 2024').times;
  const [other] = readAmounts('on 3 May 2023').times;
  expect(year && day && isSameTime(year, day)).toBe(true);
  expect(year && other && isSameTime(year, other)).toBe(false);
});

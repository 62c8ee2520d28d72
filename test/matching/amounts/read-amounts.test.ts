import { describe, expect, test } from 'vitest';
import type { Amount } from '../../../src/matching/amounts/amount.ts';
import { readAmounts } from '../../../src/matching/amounts/read-amounts.ts';
import { isSameAmount, isSameTime } from '../../../src/matching/amounts/same-amount.ts';

const amountIn = (text: string, isEnglish?: boolean): Amount => {
  const [amount] = readAmounts(text, isEnglish).amounts;
  if (!amount) throw new Error(`No amount in: ${text}`);
  return amount;
};

describe('an amount is read as what it measures', () => {
  test.each([
    // Figures, however they are grouped.
    ['62k accounts', 62_000, 'count'],
    ['1,450,000 people', 1_450_000, 'count'],
    ['14,50,000 people', 1_450_000, 'count'],
    ['1.125 million people', 1_125_000, 'count'],
    ['1.45 milion', 1_450_000, 'count'],
    // Words.
    ['fourteen hundred people', 1_400, 'count'],
    ['three thousand four hundred and twelve', 3_412, 'count'],
    ['half a million people', 500_000, 'count'],
    ['a quarter of a million', 250_000, 'count'],
    ['eleven point eight million', 11_800_000, 'count'],
    ['one point four five million dollars', 1_450_000, 'money'],
    ['two point zero five percent', 0.0205, 'share'],
    ['three point one four', 3.14, 'count'],
    ['zwei komma fünf sechs Millionen Euro', 2_560_000, 'money'],
    ['two thousand million people', 2e9, 'count'],
    ['one lakh crore rupees', 1e12, 'money'],
    // Money.
    ['5.1 million dollars', 5_100_000, 'money'],
    ['USD 1.45 million', 1_450_000, 'money'],
    ['£9 a day', 9, 'money'],
    // Parts of a whole.
    ['60 % of it', 0.6, 'share'],
    ['33 precent', 0.33, 'share'],
    ['two thirds', 2 / 3, 'share'],
    ['1/3 of voters', 1 / 3, 'share'],
    ['a 3rd of voters', 1 / 3, 'share'],
    ['3 in 10', 0.3, 'share'],
    ['nine out of ten', 0.9, 'share'],
    ['one in every four', 0.25, 'share'],
    ['1 in 5,000 cases', 0.0002, 'share'],
    ['5 to 10 percent', 0.05, 'share'],
    ['5-10 %', 0.05, 'share'],
    // Factors and ranks.
    ['twice as many', 2, 'times'],
    ['is double the rate', 2, 'times'],
    ['the third floor', 3, 'rank'],
    ['a third party', 3, 'rank'],
    ['every fourth tenant', 4, 'rank'],
    // With a unit.
    ['minus 5 degrees', -5, 'degree'],
    ['-5 °C', -5, 'degree'],
    ['37.5 hours', 37.5 * 3_600, 'time'],
    ['half an hour', 1_800, 'time'],
    ['3 to 4 hours', 3 * 3_600, 'time'],
    ['1.5mg dose', 1.5e-6, 'weight'],
    ['16TB', 16e12, 'data'],
    // Hours of the day.
    ['10pm', 22, 'clock'],
    ['10:30 a.m.', 10.5, 'clock'],
  ])('%s', (text, value, measures) => {
    const amount = amountIn(text);
    expect(amount.measures).toBe(measures);
    expect(amount.value).toBeCloseTo(value, 6);
  });

  test.each([
    ['1 450 000 personas', 1_450_000, 'count'],
    ['12.000 Einwohner', 12_000, 'count'],
    ['1.45亿', 145_000_000, 'count'],
    ['5 миллионов', 5_000_000, 'count'],
    ['zweihundertfünfzig Leute', 250, 'count'],
    ['dreiundzwanzig', 23, 'count'],
    ['mil quinientos', 1_500, 'count'],
    ['treinta y uno', 31, 'count'],
    ['dos millones y medio', 2_500_000, 'count'],
    ['quatre-vingt-dix-sept', 97, 'count'],
    ['dix-huit millions', 18_000_000, 'count'],
    ['duzentos e cinco', 205, 'count'],
    ['3,4 M€', 3_400_000, 'money'],
    ['8,3 Millionen Euro', 8_300_000, 'money'],
    ['41,2 Cent', 0.412, 'money'],
    ['vierzig Prozent', 0.4, 'share'],
    ['30 por ciento', 0.3, 'share'],
    ['la moitié', 0.5, 'share'],
    ['doppelt so viele', 2, 'times'],
    ['anderthalb Stunden', 5_400, 'time'],
    ['quinze jours', 15 * 86_400, 'time'],
    ['dos años y medio', 2.5 * 31_557_600, 'time'],
    ['22 Uhr', 22, 'clock'],
    ['22h30', 22.5, 'clock'],
  ])('%s, in another language', (text, value, measures) => {
    const amount = amountIn(text, false);
    expect(amount.measures).toBe(measures);
    expect(amount.value).toBeCloseTo(value, 6);
  });

  test.each([
    'the 5G network in Terminal B',
    'a grand jury',
    'double standards',
    'once a year',
    'millions of people',
    'the first half',
  ])('%s has no amount but a rank', (text) => {
    const { amounts } = readAmounts(text);
    expect(amounts.filter(({ measures }) => measures !== 'rank')).toEqual([]);
  });

  test.each([
    ['the elf sat by the quince tree', true],
    ['they doze off', true],
    ['il est très grand', false],
    ['Les élèves sont Très fatigués', false],
  ])('%s has no amount: what is a number in another language is a word', (text, isEnglish) => {
    expect(readAmounts(text, isEnglish).amounts).toEqual([]);
  });

  test('a number of a numbered list counts nothing', () => {
    expect(readAmounts('1. Trams are late. 2. Buses are late.').amounts).toEqual([]);
  });
});

describe('a bound is read with its number', () => {
  test.each([
    ['more than 30', 'over', 'more than 30'],
    ['at least just 30', 'over', 'at least just 30'],
    ['30 or more', 'over', '30 or more'],
    ['30+ people', 'over', '30+'],
    ['mindestens 30 Leute', 'over', 'mindestens 30'],
    ['más de 30', 'over', 'más de 30'],
    ['no more than 30', 'under', 'no more than 30'],
    ['not to drink more than four', 'under', 'more than four'],
    ['höchstens 30', 'under', 'höchstens 30'],
    ['au plus 30', 'under', 'au plus 30'],
    ['até 30', 'under', 'até 30'],
    ['roughly 30', 'about', 'roughly 30'],
  ])('%s', (text, bound, written) => {
    const amount = amountIn(text);
    expect(amount.bound).toBe(bound);
    expect(text.slice(amount.boundFrom, amount.boundTo)).toBe(written);
  });

  test('none of the sentence before', () => {
    expect(amountIn('They ask for more. Than 30 left.').bound).toBeUndefined();
  });
});

describe('a time is read with what it leaves open', () => {
  test.each([
    ['in aug 24', 2024, 8, undefined],
    ["back in '22", 2022, undefined, undefined],
    ['since fall 23', 2023, undefined, undefined],
    ['in twenty twenty three', 2023, undefined, undefined],
    ['im Jahr zweitausendvierundzwanzig', 2024, undefined, undefined],
    ['am 14. november 2024', 2024, 11, 14],
    ['am 14.11.2024', 2024, 11, 14],
    ['2024-11-14', 2024, 11, 14],
    ['11/12/2024', 2024, undefined, undefined],
    ['11/14/2024', 2024, 11, 14],
    ['11/2024', 2024, 11, undefined],
    ['el 14 de noviembre de 2024', 2024, 11, 14],
    ['on december 25', undefined, 12, 25],
    ['the third of May', undefined, 5, 3],
    ['the March 2018 memo', 2018, 3, undefined],
    ['since 1987', 1987, undefined, undefined],
  ])('%s', (text, year, month, day) => {
    expect(readAmounts(text).times).toMatchObject([{ year, month, day }]);
  });

  test.each([
    ['Q3 2019', 7, 9],
    ['the first half of 2019', 1, 6],
    ['2. Quartal 2019', 4, 6],
    ['segundo semestre de 2019', 7, 12],
  ])('%s is a part of a year', (text, month, lastMonth) => {
    expect(readAmounts(text).times).toMatchObject([{ year: 2019, month, lastMonth }]);
  });

  test.each(['the 1990s', 'the 90s', 'the nineties', 'die 90er Jahre', 'los años 90'])(
    '%s is a decade',
    (text) => {
      expect(readAmounts(text).times).toMatchObject([{ year: 1990, isDecade: true }]);
    },
  );

  test('a season over two years is both', () => {
    const years = readAmounts('the 2022/23 season').times.map(({ year }) => year);
    expect(years).toEqual([2022, 2023]);
  });

  test.each(['1500 people', 'more than 2000', '2000 sandwiches', "he is 5'10"])(
    '%s is no year',
    (text) => {
      expect(readAmounts(text).times).toEqual([]);
    },
  );

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
    ['10 pm', '22:00'],
    ['10:30', '10:30 pm'],
    ['at 10', '10pm'],
    ['more than nine in ten', '91 percent'],
    ['nearly 2 grams', '1.9 grams'],
    ['about 1.5 million', '1.45 million'],
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
    ['10am', '10pm'],
    ['more than 2 grams', '1.9 grams'],
    ['more than 100', '200'],
    ['about 1.5 million', '1.2 million'],
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

test('a part of a year fits its months, and no other', () => {
  const [quarter] = readAmounts('in the first quarter of 2019').times;
  const [march] = readAmounts('in March 2019').times;
  const [april] = readAmounts('in April 2019').times;
  expect(quarter && march && isSameTime(quarter, march)).toBe(true);
  expect(quarter && april && isSameTime(quarter, april)).toBe(false);
});

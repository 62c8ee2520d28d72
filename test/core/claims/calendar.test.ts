import { expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  formatPartialDate,
  isRealDay,
  isRealPartialDate,
} from '../../../src/core/claims/calendar.ts';

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-13-01', false],
  ['2027-1-1', false],
  ['+002027-01-01', false],
  ['+012027-01', false],
  ['', false],
])('whether “%s” is a day: %s', (day, isReal) => {
  expect(isRealDay(day)).toBe(isReal);
});

test.each([
  ['2027', true],
  ['2027-02', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-13', false],
  ['2027-02-01-01', false],
  ['27', false],
])('whether “%s” is a date, known more or less well: %s', (date, isReal) => {
  expect(isRealPartialDate(date)).toBe(isReal);
});

test('days are counted over months, years and 29 February, and back', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});

test('the day of an instant is the one in UTC', () => {
  expect(dayOf(new Date('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
});

test.each([
  ['2026-11-22', 'en', '22 Nov 2026'],
  ['2017-05', 'en', 'May 2017'],
  ['2017', 'en', '2017'],
  ['2017-05', 'de', 'Mai 2017'],
  ['2026-11-22', 'de', '22. Nov. 2026'],
])('%s reads in %s as “%s”', (date, locale, text) => {
  expect(formatPartialDate(date, locale)).toBe(text);
});

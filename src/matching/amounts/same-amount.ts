import type { Amount, Bound, Time } from './amount.ts';
import { units } from './units.ts';

/** Whether two amounts may be one: of one measure or one left open, and alike but for rounding. */
export function isSameAmount(one: Amount, other: Amount): boolean {
  if (one.coin && other.coin && one.coin !== other.coin) return false;
  const isOpen = one.measures === 'count' || other.measures === 'count';
  if (one.measures !== other.measures && !isOpen) return false;
  // A table of numbers is compared with each of a claim's: most stand for one value.
  if (one.orValue === undefined && other.orValue === undefined)
    return isNear(one.value, other.value, one, other);
  return valuesOf(one).some((value) =>
    valuesOf(other).some((far) => isNear(value, far, one, other)),
  );
}

function valuesOf({ value, orValue }: Amount): readonly number[] {
  return orValue === undefined ? [value] : [value, orValue];
}

function isNear(value: number, far: number, one: Amount, other: Amount): boolean {
  const gap = Math.abs(value - far);
  const size = Math.max(Math.abs(value), Math.abs(far));
  if (gap <= 1e-6 * size) return true;
  // "At least 18" is no rounded "at least 16".
  if (
    one.bound !== other.bound &&
    (isRoundedTo(value, one.bound, far) || isRoundedTo(far, other.bound, value))
  )
    return true;
  if (one.measures === 'share' && other.measures === 'share') return gap < 0.006;
  // Four weeks and a month, in seconds.
  if (one.measures === 'time' && other.measures === 'time') return gap < 0.02 * size;
  if (one.measures === other.measures) return false;
  // A number whose unit is left out: "40 of it" for "40 percent", "the 72h" and "72".
  const [measured, bare] = one.measures === 'count' ? [other, one] : [one, other];
  const plain = bare === one ? value : far;
  if (measured.measures === 'clock') return plain % 12 === measured.value % 12;
  for (const factor of factorsOf.get(measured.measures) ?? []) {
    if (Math.abs(plain * factor - measured.value) < 1e-6 * Math.max(1, size)) return true;
  }
  return false;
}

/** Whether somebody might say "about 1.5 million", "more than 1.4 million" or "nearly 1.5 million" of an amount. */
function isRoundedTo(round: number, bound: Bound | undefined, exact: number): boolean {
  const over = (exact - round) / (Math.abs(round) || 1);
  if (bound === 'about') return Math.abs(over) <= rounding;
  if (bound === 'over') return over >= 0 && over <= mostOver;
  return bound === 'under' && over <= 0 && -over <= mostOver;
}

/** What rounding hides. */
const rounding = 0.04;
const mostOver = 0.16;

/** The factors of all units, by what they measure. */
const factorsOf: ReadonlyMap<string, readonly number[]> = new Map([
  ...[...Map.groupBy(units.values(), ({ measures }) => measures)].map(
    ([measures, alike]) => [measures, [...new Set(alike.map(({ factor }) => factor))]] as const,
  ),
  ['share', [0.01]],
]);

/** Whether a bare number may stand for the year: "the 17 run" for 2017. */
export function mayBeYearOf({ mayBeYear, value }: Amount, { year }: Time): boolean {
  return mayBeYear && year !== undefined && year % 100 === value;
}

export function isSameTime(one: Time, other: Time): boolean {
  return agreementOf(one, other) >= 0;
}

/** How many parts both give alike; -1 if they differ in one that both give. */
export function agreementOf(one: Time, other: Time): number {
  const parts = partsOf(one, other);
  return parts.includes(false) ? -1 : parts.length;
}

/** For each part that both give, whether it agrees. */
export function partsOf(one: Time, other: Time): boolean[] {
  return [isYearAlike(one, other), isMonthAlike(one, other), isAlike(one.day, other.day)].filter(
    (part) => part !== undefined,
  );
}

function isAlike(one: number | undefined, other: number | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other;
}

function isYearAlike(one: Time, other: Time): boolean | undefined {
  if (one.year === undefined || other.year === undefined) return undefined;
  if (!one.isDecade && !other.isDecade) return one.year === other.year;
  return Math.floor(one.year / 10) === Math.floor(other.year / 10);
}

/** A part of a year agrees with each month of it. */
function isMonthAlike(one: Time, other: Time): boolean | undefined {
  if (one.month === undefined || other.month === undefined) return undefined;
  return (
    one.month <= (other.lastMonth ?? other.month) && other.month <= (one.lastMonth ?? one.month)
  );
}

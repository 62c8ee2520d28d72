import { units } from './number-words.ts';
import type { Amount, Time } from './read-amounts.ts';

/** Whether two amounts may be one: of one measure or one left open, and alike but for rounding. */
export function isSameAmount(one: Amount, other: Amount): boolean {
  if (one.coin && other.coin && one.coin !== other.coin) return false;
  const isOpen = one.measures === 'count' || other.measures === 'count';
  if (one.measures !== other.measures && !isOpen) return false;
  const values = [one.value, ...(one.orValue === undefined ? [] : [one.orValue])];
  const others = [other.value, ...(other.orValue === undefined ? [] : [other.orValue])];
  return values.some((value) => others.some((far) => isNear(value, far, one, other)));
}

function isNear(value: number, far: number, one: Amount, other: Amount): boolean {
  const gap = Math.abs(value - far);
  const size = Math.max(Math.abs(value), Math.abs(far));
  if (gap <= 1e-6 * size) return true;
  if (one.measures === 'share' && other.measures === 'share') return gap < 0.006;
  // Four weeks and a month, in seconds.
  if (one.measures === 'time' && other.measures === 'time') return gap < 0.02 * size;
  if (one.measures === other.measures) return false;
  // A number whose unit is left out: "40 of it" for "40 percent", "the 72h" and "72".
  const [measured, bare] = one.measures === 'count' ? [other, one] : [one, other];
  const plain = bare === one ? value : far;
  return factorsOf(measured.measures).some(
    (factor) => Math.abs(plain * factor - measured.value) < 1e-6 * Math.max(1, size),
  );
}

function factorsOf(measures: string): readonly number[] {
  if (measures === 'share') return [0.01];
  return [
    ...new Set(
      [...units.values()].filter((unit) => unit.measures === measures).map(({ factor }) => factor),
    ),
  ];
}

export function isSameTime(one: Time, other: Time): boolean {
  return agree(one.year, other.year) && agree(one.month, other.month) && agree(one.day, other.day);
}

function agree(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

import type { Verdict } from '../claims/verdict.ts';
import type { Reading } from './label-meanings.ts';

/**
 * The verdict that all parts of a rating share. Of "false and misleading", both of which are said, it is the one that says less. What says
 * nothing about the claim takes nothing from a "false" beside it ("False & phishing"), yet it may from a "true".
 */
export function agreedOn(readings: readonly Reading[]): Reading {
  const [first, ...others] = [...new Set(readings)];
  if (others.length === 0) return first;
  const [verdict, ...more] = [...new Set(readings)].filter((reading) => reading !== null);
  if (more.length === 0) return isAgainst(verdict) ? verdict : undefined;
  return readings.every((reading) => reading === 'false' || reading === 'misleading')
    ? 'misleading'
    : undefined;
}

/** Whether a reason for one verdict may hold another: what is false may be misleading, old or mostly false as well. */
export function goesWith(verdict: Reading, other: Reading): boolean {
  if (other === undefined || other === null || other === verdict) return true;
  return isAgainst(verdict) && isAgainst(other);
}

/** Whether a verdict speaks against the claim. */
export function isAgainst(reading: Reading): boolean {
  const against: readonly Verdict[] = ['false', 'mostly-false', 'misleading', 'outdated'];
  return against.some((verdict) => verdict === reading);
}

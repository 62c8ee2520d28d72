import type { Verdict } from '../claims/verdict.ts';

/** A rating in numbers, as it is written. */
export interface RatingNumbers {
  readonly value?: string | undefined;
  readonly best?: string | undefined;
  readonly worst?: string | undefined;
}

/** Numbers lie often enough that all three must be there, in order, and name one of the five steps. */
export function readNumbers({ value, best, worst }: RatingNumbers): Verdict | undefined {
  const [at, top, bottom] = [value, best, worst].map(toNumber);
  if (at === undefined || top === undefined || bottom === undefined) return undefined;
  if (bottom >= top || at < bottom || at > top || bottom < 0) return undefined;
  const step = ((at - bottom) / (top - bottom)) * 4;
  const steps: readonly Verdict[] = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true'];
  return Number.isInteger(step) ? steps[step] : undefined;
}

function toNumber(written: string | undefined): number | undefined {
  const text = (written ?? '').trim().replace(',', '.');
  return /^-?\d{1,6}(?:\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}

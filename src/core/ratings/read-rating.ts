import type { Verdict } from '../claims/verdict.ts';
import { readLabel } from './read-label.ts';
import { type RatingNumbers, readNumbers } from './read-numbers.ts';

export interface PublishedRating {
  /** The publisher's words; null where there are none. */
  readonly label: string | null;
  readonly numbers: RatingNumbers;
  /** The publisher's site, such as `politifact.com`; else its name. */
  readonly site: string;
  /** BCP 47 tag of the label. */
  readonly language: string;
}

/**
 * What a publisher's rating means on our scale: by publisher, then by language, then not at all. Words beat numbers: those
 * count where there are no words. Undefined where nobody has said what it means, or it says nothing about the claim.
 */
export function readRating({ label, numbers, ...source }: PublishedRating): Verdict | undefined {
  return label === null ? readNumbers(numbers) : (readLabel({ label, ...source }) ?? undefined);
}

/** Whether it is known what to make of a label, be it that it is no verdict, or a sentence that speaks for itself. */
export function isKnownLabel({ label, ...source }: PublishedRating): boolean {
  return label === null || readLabel({ label, ...source }) !== undefined;
}

import type { Day } from '../../core/claims/calendar.ts';
import type { ImportField } from '../../core/claims/import-fields.ts';
import type { PublishedCheck } from '../../core/claims/published-check.ts';
import type { RatingNumbers } from '../../core/ratings/read-numbers.ts';

/** A check as a file tells it, with the claim that it is about. */
export interface ImportedRecord {
  readonly claim: string;
  readonly check: PublishedCheck;
  /** The rating in numbers, which counts where there are no words. */
  readonly numbers: RatingNumbers;
  readonly claimant: string | null;
  readonly occasion: string | null;
  /** Works behind the check, beside the page of the check itself. */
  readonly sources: readonly string[];
  readonly topics: readonly string[];
  readonly wordings: readonly string[];
  /** BCP 47 tag, where the file says one. */
  readonly language: string | null;
  /** The first of the dates in it that lie in the future: from then on it may say something else. */
  readonly waitsFor?: Day;
}

/** What one place of a file held. */
export type Imported =
  | { readonly ok: true; readonly line: number; readonly record: ImportedRecord }
  | Rejected;

/** What can't be used, kept so that somebody can look. */
export interface Rejected {
  readonly ok: false;
  /** From 1; where the item begins. */
  readonly line: number;
  readonly reason: string;
  readonly item: unknown;
}

/** What is known of a file beside what it holds. */
export interface ImportContext {
  /** BCP 47 tag of what the file is written in, unless it says otherwise itself. */
  readonly language: string;
  /** Who published the checks, where the file names nobody. */
  readonly publisher: string;
  /** Fields by the heading of their column: `{ Aussage: 'claim' }`. */
  readonly columns: Readonly<Record<string, ImportField>>;
  /** UTC. */
  readonly today: Day;
}

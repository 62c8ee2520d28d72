import type { Day } from './calendar.ts';
import type { Verdict } from './verdict.ts';

/** Stands for the day of a check that nobody could read, where a day must stand: it is never shown. */
export const unknownDay: Day = '1970-01-01';

/** What a publisher found, in the publisher's own words; only `verdict` is ours. */
export interface PublishedCheck {
  readonly publisher: string;
  /** The rating word for word, which may be a whole conclusion; null where there is none. */
  readonly label: string | null;
  /** How we read the label; `unverified` where nobody has said how to. */
  readonly verdict: Verdict;
  /** Whether the verdict comes from the rating, not from its absence or from words that we don't know. */
  readonly isRead: boolean;
  readonly title: string | null;
  /** Only as the publisher wrote it: we make none up. */
  readonly summary: string | null;
  /** The page of the check; `http:` where the publisher gives no other. */
  readonly url: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it could be read. */
  readonly publishedOn: string | null;
  readonly modifiedOn: string | null;
  /** What the publisher says was put right. */
  readonly correction: string | null;
  /** The last day on which the publisher stands by it. */
  readonly expiresOn: Day | null;
  /** The day on which the publisher took it back. */
  readonly withdrawnOn: Day | null;
}

import { z } from 'zod';
import type { Day } from './calendar.ts';
import { verdicts } from './verdict.ts';

/** Stands for the day of a check that nobody could read, where a day must stand: it is never shown. */
export const unknownDay: Day = '1970-01-01';

/** What a publisher found, in the publisher's own words; only `verdict` is ours. */
export const publishedCheckSchema = z.strictObject({
  publisher: z.string(),
  /** The rating word for word, which may be a whole conclusion; null where there is none. */
  label: z.string().nullable(),
  /** How we read the label; `unverified` where nobody has said how to. */
  verdict: z.enum(verdicts),
  /** Whether the verdict comes from the rating, not from its absence or from words that we don't know. */
  isRead: z.boolean(),
  /** Whether what is given as the claim is a headline that tells the finding ("No, gulls can’t read"): the rating is not of those words. */
  isHeadline: z.boolean(),
  title: z.string().nullable(),
  /** Only as the publisher wrote it: we make none up. */
  summary: z.string().nullable(),
  /** The page of the check; `http:` where the publisher gives no other. */
  url: z.string().nullable(),
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it could be read. */
  publishedOn: z.string().nullable(),
  modifiedOn: z.string().nullable(),
  /** What the publisher says was put right. */
  correction: z.string().nullable(),
  /** The last day on which the publisher stands by it: `YYYY-MM-DD`. */
  expiresOn: z.string().nullable(),
  /** The day on which the publisher took it back: `YYYY-MM-DD`. */
  withdrawnOn: z.string().nullable(),
});
export type PublishedCheck = Readonly<z.infer<typeof publishedCheckSchema>>;

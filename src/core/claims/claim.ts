import { z } from 'zod';
import { type Day, isRealDay, isRealPartialDate } from './calendar.ts';
import type { PublishedCheck } from './published-check.ts';
import { addressProblem } from './source-address.ts';
import { text } from './text.ts';
import { verdicts } from './verdict.ts';

export const claimKinds = ['fact', 'quotation', 'characterisation', 'opinion'] as const;

/** What a reader should know about a source at a glance; surfaces say each in words. */
const sourceLabels = ['repost', 'opinion', 'partisan', 'interested', 'not-re-read'] as const;
export type SourceLabel = (typeof sourceLabels)[number];

/** `pack/id`: names a claim everywhere outside its own pack. */
export type ClaimRef = `${string}/${string}`;

/** A gist must fit a phone's screen together with the claim and its sources, in UTF-16 units. */
export const maxGistLength = 280;

const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');

const day = z
  .string()
  .refine(isRealDay, 'is not a day that exists: write it as YYYY-MM-DD, for example 2026-11-22')
  .meta({ format: 'date' });

const partialDate = z
  .union([z.string(), z.number().int().transform(String)])
  .refine(
    isRealPartialDate,
    'is not a date that exists: write YYYY, YYYY-MM or YYYY-MM-DD, for example 2017-05',
  )
  .meta({ pattern: '^\\d{4}(-\\d{2}){0,2}$' });

const httpsUrl = z
  .string()
  .max(2048)
  .superRefine((value, context) => {
    const problem = addressProblem(value);
    if (problem) context.addIssue(problem);
  })
  .meta({ pattern: '^https://' });

const source = z.strictObject({
  title: text.max(300).describe('The headline or title as printed.'),
  publisher: text.max(200).describe('Who published it.'),
  url: httpsUrl.nullable().describe('The https link to the work, or null if there is none.'),
  published: partialDate
    .nullable()
    .describe(
      'When it was published, as far as known: YYYY, YYYY-MM or YYYY-MM-DD; null if unknown.',
    ),
  approximate: z.boolean().optional().describe('True if the published date is an estimate.'),
  kind: z
    .enum(['primary', 'news', 'reference', 'research', 'fact-check', 'advocacy'])
    .describe('primary: a record, document, recording or the statement itself.'),
  quote: text.nullable().describe('At most 25 words from the work, verbatim; null if none.'),
  stance: z
    .enum(['supports', 'refutes', 'context'])
    .describe('Whether the work supports or refutes the claim, or only gives context.'),
  read: z
    .boolean()
    .describe('Whether text of this work was read. An unread work can only give context.'),
  labels: z
    .array(z.enum(sourceLabels))
    .min(1, 'is empty: give a label, or leave it out')
    .optional()
    .describe(
      'What to know about the work at a glance. repost: read on a copy elsewhere; opinion: a column or ' +
        'commentary; partisan: published by one political side; interested: by somebody with a stake in the ' +
        'matter; not-re-read: only one of the readings had its text.',
    ),
  readVia: text
    .optional()
    .describe('Where the text was read if not at the publisher. Shown in audits, never linked.'),
  checkedOn: day
    .optional()
    .describe('The day on which `npm run sources` last found the work as it is cited.'),
  archived: httpsUrl.optional().describe('The https link to a copy in an archive.'),
  rating: text
    .max(100)
    .optional()
    .describe("The publisher's own rating of this claim, word for word."),
  note: text.optional().describe('A remark for reviewers about this work.'),
});
export type Source = Readonly<z.infer<typeof source>>;

const verification = z.strictObject({
  status: z
    .enum(['draft', 'verified', 'disputed', 'retracted'])
    .describe(
      'What people decided. "due" and "expired" follow from the dates and are never written.',
    ),
  by: z.array(text.max(100)).min(1, 'name who checked').describe('Who checked it.'),
  on: day.describe('The day of the last check.'),
  how: text.describe('How it was checked.'),
  recheckDueOn: day
    .nullable()
    .optional()
    .describe(
      'The day by which somebody must check again; null if what it says cannot change. Left out, it follows from the ' +
        'day of the last check and how fast such claims age.',
    ),
  expiresOn: day
    .optional()
    .describe(
      'The day after which it must not be shown as current. Default: one more review interval after recheckDueOn.',
    ),
  reason: text.optional().describe('Why it is disputed or retracted.'),
  proposed: z
    .boolean()
    .optional()
    .describe(
      'True of a draft that is written and waits for a second person: until then nothing of it is told but the claim.',
    ),
});

/** One claim file of a pack. The file `<id>.yaml` holds exactly one. */
export const claimSchema = z
  .strictObject({
    id: slug.describe('Unique in its pack; the file is named <id>.yaml.'),
    claim: text
      .max(300)
      .describe('The statement that was checked: one neutral sentence without the verdict.'),
    kind: z
      .enum(claimKinds)
      .describe('quotation: words or an attribution; characterisation: a summary or label.'),
    runningCount: z
      .boolean()
      .optional()
      .describe(
        'True of a number that goes on changing: it is due again sooner than other claims.',
      ),
    claimant: text.max(200).nullable().describe('Who made the claim, where known.'),
    occasion: text.max(300).nullable().describe('Where and when it was made, where known.'),
    verdict: z
      .enum(verdicts)
      .describe('What the check found. pack.yaml says what each verdict means.'),
    gist: text
      .max(maxGistLength)
      .optional()
      .describe(
        'One or two sentences for the short answer: why this verdict, with a necessary condition first. ' +
          'In a draft: one neutral sentence on what is known and what is missing. ' +
          "Where there is none, the summary's first sentences stand in.",
      ),
    summary: text
      .max(1000)
      .describe('Two to four sentences: why this verdict. A necessary condition comes first.'),
    context: text
      .max(1500)
      .nullable()
      .describe('What else to know, so that the summary does not mislead.'),
    sources: z.array(source).describe('The works the summary rests on, the most important first.'),
    wordings: z.array(text.max(300)).describe('Other ways people say this claim.'),
    nearMisses: z
      .array(text.max(300))
      .describe(
        'Statements that look alike but are different: who asks in these words is not answered with this claim. Never shown to anyone.',
      ),
    topics: z
      .array(slug)
      .min(1, 'give at least one topic')
      .describe('What it is about, for search and filters.'),
    asOf: day.describe('The day up to which the evidence was looked at.'),
    verification: verification.describe('Who checked it, when and how, and when it is due again.'),
    history: z
      .array(
        z.strictObject({
          on: day.describe('The day of the change.'),
          by: text.max(100).describe('Who made it.'),
          change: text.describe('What was changed, in a sentence.'),
          at: z.iso
            .datetime()
            .optional()
            .describe(
              'The instant of a decision that was made in a chat: it tells that the file holds it.',
            ),
          correction: z
            .boolean()
            .optional()
            .describe(
              'True if readers of the published record would notice: claim, verdict, gist, summary, context ' +
                'or sources were put right. Listed under "recently corrected".',
            ),
        }),
      )
      .min(1, 'say when the claim was added')
      .describe('What was changed, when and by whom, oldest first.'),
  })
  .describe('A checked claim.');

/** A claim as written in its file. */
export type ClaimFile = Readonly<z.infer<typeof claimSchema>>;

/** With the day of the next check, where the file leaves it to the pace at which such claims age. */
export type Verification = ClaimFile['verification'] & { readonly recheckDueOn: Day | null };

/** A claim as the bot knows it: its file's content and the name that is unique everywhere. */
export interface Claim extends ClaimFile {
  readonly verification: Verification;
  readonly ref: ClaimRef;
  /** BCP 47 tag of the language that the claim is written in. */
  readonly language: string;
  /** What publishers found, where it is their check and not ours: never empty. */
  readonly checks?: readonly PublishedCheck[];
}

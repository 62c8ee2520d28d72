import { z } from 'zod';
import type { Day } from './calendar.ts';
import type { ClaimList } from './claim-list.ts';
import { isFeed, isRefresh, refreshForm } from './feed.ts';
import { importFields } from './import-fields.ts';
import { paces, pacesInWords } from './recheck.ts';
import { addressProblem } from './source-address.ts';
import { text } from './text.ts';
import { verdicts } from './verdict.ts';

/** `pack.yaml`: who stands behind a folder of claims, and by what method. */
export const packSchema = z
  .strictObject({
    name: z
      .string()
      .max(32)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
      .describe('The folder name; the first half of every claim id.'),
    title: text.max(100).describe('What people call the pack.'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'use a BCP 47 tag, for example en or pt-BR')
      .describe('The language the claims are written in, as a BCP 47 tag.'),
    maintainer: text.max(200).describe('Who is responsible for the pack.'),
    method: text.describe('How claims are checked, in a few sentences, or a pointer to method.md.'),
    licence: text
      .max(100)
      .describe('The licence of the texts, as an SPDX identifier where there is one.'),
    corrections: text.max(300).describe('Where readers report a mistake, and what happens then.'),
    claims: z
      .string()
      .max(2048)
      .regex(
        /^(?:https:\/\/\S+|[^/\\\s]{1,100})$/,
        'name a file beside pack.yaml, such as claims.csv, or an address that begins with https://',
      )
      .superRefine((value, context) => {
        const problem = isFeed(value) ? addressProblem(value) : undefined;
        if (problem) context.addIssue(problem);
      })
      .optional()
      .describe(
        'The file beside this one that holds the claims, such as claims.csv, or the https address of one: a table (.csv, .tsv) ' +
          'or ClaimReviews (.jsonl, .jsonl.gz, .json, .html). Without it: the folder claims/, a file for each.',
      ),
    refresh: z
      .string()
      .refine((value) => isRefresh(value), `is no length of time: ${refreshForm}`)
      .optional()
      .describe(`How often claims at an address are looked for anew: ${refreshForm}. Default: 6h.`),
    columns: z
      .record(z.string(), z.enum(importFields))
      .optional()
      .describe(
        'Of a table: what its columns hold, by their headings. Only for headings that are not known.',
      ),
    publisher: text
      .max(200)
      .optional()
      .describe('Who published the checks in that file, where it does not say so itself.'),
    gistRequired: z
      .boolean()
      .optional()
      .describe('True if every claim of the pack must have a gist.'),
    examples: z
      .array(text.max(75))
      .min(1)
      .max(3)
      .optional()
      .describe(
        'Questions that the pack answers: help, the home page and the terminal offer them.',
      ),
    recheckAfterDays: z
      .partialRecord(z.enum(paces), z.number().int().min(1).max(36_525))
      .optional()
      .describe(
        'After how many days a claim is checked again that sets no day itself, by its kind; runningCount for those ' +
          `marked so. Default: ${pacesInWords}.`,
      ),
    neutralWords: z
      .array(text.max(60))
      .min(1)
      .optional()
      .describe(
        'Words that `npm run validate` warns of because they judge, and that do not in this pack.',
      ),
    verdicts: z
      .partialRecord(z.enum(verdicts), text)
      .describe('What each verdict used in this pack means.'),
  })
  .describe('A pack: a folder of claims with one maintainer and method.');
export type PackFile = Readonly<z.infer<typeof packSchema>>;

/** What it says of the claims, wherever they are. */
export type PackAbout = Omit<PackFile, 'claims'>;

/** A pack without its claims. */
export interface PackHead extends PackAbout {
  /** The file beside `pack.yaml`, or the address, that the claims come from, where it is one. */
  readonly file?: string;
  /** Digest of what the address gave, where the claims come from one. */
  readonly copy?: string;
  /** The day on which that file was last written; absent for an address. */
  readonly fileOn?: Day;
  /** How many items of it can't be used. */
  readonly rejects?: number;
}

/** A pack of claims with one maintainer and method. */
export interface Pack extends PackHead {
  readonly claims: ClaimList;
}

/** Where the claims of a pack come from: a file each, the rows of a table, an address that is looked at again and again, ClaimReviews in a file. */
export const packKinds = ['files', 'table', 'feed', 'archive'] as const;
export type PackKind = (typeof packKinds)[number];

export function packKind({ file }: Pick<Pack, 'file'>): PackKind {
  if (file === undefined) return 'files';
  if (isFeed(file)) return 'feed';
  return /\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(file) ? 'table' : 'archive';
}

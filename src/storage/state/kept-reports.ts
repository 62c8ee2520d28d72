import { z } from 'zod';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Reports, ShownMatch, WrongMatchReport } from '../../core/ports/reports.ts';
import { createJournal } from './journal.ts';
import { claimRefSchema } from './stored-keys.ts';

/**
 * Half a year: long enough to look at in a review of the packs, and no longer, as some hold what people wrote.
 * Exported for tests: they let as much time pass.
 */
export const reportsKeptForMs = 180 * 24 * 60 * 60 * 1000;

const shownSchema: z.ZodType<ShownMatch> = z.object({
  confidence: z.number(),
  wording: z.string().nullable(),
  differences: z.array(z.string()),
});

/** Exported for tests: docs/privacy.md names what is in it. */
export const reportSchema: z.ZodType<WrongMatchReport> = z
  .object({
    at: z.iso.datetime(),
    ref: claimRefSchema,
    text: z.string().optional(),
    shown: shownSchema.optional(),
  })
  .transform(({ at, ref, text, shown }) => ({ at, ref, text, shown }));

export function createKeptReports(ledger: Ledger): Reports {
  const journal = createJournal(ledger, {
    name: 'reports',
    schema: reportSchema,
    keepMs: reportsKeptForMs,
  });
  return { add: (report) => journal.add(report), recent: (limit) => journal.latest(limit) };
}

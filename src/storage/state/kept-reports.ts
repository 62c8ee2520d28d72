import { z } from 'zod';
import { textKinds } from '../../core/claims/decisions.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import {
  type ReportResolution,
  type Reports,
  reportDeclineReasons,
  type ShownMatch,
  type WrongMatchReport,
} from '../../core/ports/reports.ts';
import { createJournal } from './journal.ts';
import { readAll } from './read-all.ts';
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

const at = z.iso.datetime();

/** Exported for tests: docs/privacy.md names what is in it. */
export const reportResolutionSchema: z.ZodType<ReportResolution> = z.discriminatedUnion('kind', [
  z.object({ at, kind: z.enum(textKinds), ref: claimRefSchema }),
  z.object({ at, kind: z.literal('declined'), reason: z.enum(reportDeclineReasons) }),
]);

const resolutionPrefix = 'report-resolutions ';

export function createKeptReports(ledger: Ledger): Reports {
  const journal = createJournal(ledger, {
    name: 'reports',
    schema: reportSchema,
    keepMs: reportsKeptForMs,
  });
  return {
    add: (report) => journal.add(report),
    recent: (limit) => journal.latest(limit),
    // As long as one of the reports may still be there.
    resolve: (id, resolution) =>
      ledger.put(`${resolutionPrefix}${id}`, resolution, reportsKeptForMs),
    async resolutions() {
      const records = await readAll(ledger, resolutionPrefix);
      return new Map(
        records.flatMap(({ key, value }) => {
          const { data } = reportResolutionSchema.safeParse(value);
          return data ? [[key.slice(resolutionPrefix.length), data]] : [];
        }),
      );
    },
  };
}

import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { Reports } from '../../core/ports/reports.ts';
import { createJournal } from './journal.ts';
import { readAllTimeoutMs } from './read-all.ts';
import type { StoreGuard } from './store-guard.ts';
import { claimRefSchema } from './stored-keys.ts';

/**
 * Half a year: long enough to look at in a review of the packs, and no longer, as some hold what people wrote.
 * Exported for tests: they let as much time pass.
 */
export const reportsKeptForMs = 180 * 24 * 60 * 60 * 1000;

const reportSchema = z
  .object({ at: z.iso.datetime(), ref: claimRefSchema, text: z.string().optional() })
  .transform(({ at, ref, text }) => ({ at, ref, text }));

export function createKeptReports(keyv: Keyv<unknown>, guard: StoreGuard): Reports {
  const journal = createJournal(keyv, reportSchema, reportsKeptForMs);
  return {
    add: (report) => guard.need(() => journal.add(report)),
    recent: (limit) => guard.need(() => journal.latest(limit), readAllTimeoutMs),
  };
}

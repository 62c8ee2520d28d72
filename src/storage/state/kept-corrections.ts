import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import type { CorrectionEntry, CorrectionLog } from '../../core/ports/correction-log.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createJournal } from './journal.ts';
import { claimRefSchema } from './stored-keys.ts';

/**
 * What was put right stays known.
 * Exported for tests: docs/privacy.md says so.
 */
export const correctionsKeptForMs = 10 * 365 * 24 * 60 * 60 * 1000;

const { claim, kind, verdict, verification } = claimSchema.shape;
const words = z.object({
  revision: z.string(),
  claim,
  kind,
  verdict,
  status: verification.shape.status,
  gist: z.string(),
});
const count = z.number().int().nonnegative();
/** Exported for tests: docs/privacy.md names what is in it. */
export const entrySchema: z.ZodType<CorrectionEntry> = z
  .object({
    at: z.iso.datetime(),
    ref: claimRefSchema,
    change: z.enum(['verdict', 'content', 'restored']),
    before: words,
    after: words,
    why: z.string().optional(),
    answers: z.object({ corrected: count, left: count }),
  })
  .transform(({ at, ref, change, before, after, why, answers }) => ({
    at,
    ref,
    change,
    before,
    after,
    why,
    answers,
  }));

export function createKeptCorrections(ledger: Ledger): CorrectionLog {
  const journal = createJournal(ledger, {
    name: 'corrections',
    schema: entrySchema,
    keepMs: correctionsKeptForMs,
  });
  return {
    add: (entry) => journal.add(entry),
    about: async (ref) => (await all()).filter((entry) => entry.ref === ref),
    recent: async (limit) => (await all()).slice(0, limit),
  };

  /** Corrections are rare: those of all claims together are few. */
  async function all(): Promise<readonly CorrectionEntry[]> {
    const entries = await journal.latest(Number.MAX_SAFE_INTEGER);
    const next = new Map<string, string>();
    // Written by two processes, or again after a crash: of two that end alike the earlier one counts.
    const repeats = new Set<CorrectionEntry>();
    for (const entry of entries.toReversed()) {
      if (next.get(entry.ref) === entry.after.revision) repeats.add(entry);
      next.set(entry.ref, entry.after.revision);
    }
    return entries.filter((entry) => !repeats.has(entry));
  }
}

import { z } from 'zod';
import type { ChangeLog, ClaimChange } from '../../core/claims/change-log.ts';
import { claimSchema } from '../../core/claims/claim.ts';
import { verdicts } from '../../core/claims/verdict.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createJournal } from './journal.ts';
import { unlessLost } from './store-guard.ts';
import { changerSchema, claimRefSchema } from './stored-keys.ts';

const text = z.string().optional();

/** Exported for tests: docs/privacy.md names what is in it. */
export const changeSchema: z.ZodType<ClaimChange> = z.object({
  at: z.iso.datetime(),
  ref: claimRefSchema,
  by: changerSchema,
  how: z.enum(['loaded', 'undone', 'decided']),
  before: z.object({
    claim: text,
    verdict: z.enum(verdicts).optional(),
    gist: text,
    summary: text,
    context: text,
    sources: text,
    status: claimSchema.shape.verification.shape.status.optional(),
  }),
});

/** Kept for good, as a history is. */
export function createKeptChanges(ledger: Ledger): ChangeLog {
  const journal = createJournal(ledger, { name: 'changes-of', schema: changeSchema });
  return {
    add: (change) => unlessLost(journal.add(change, change.ref), undefined),
    about: (ref, limit) => journal.latest(limit, ref),
  };
}

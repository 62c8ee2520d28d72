import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import {
  type DecisionLog,
  type EditorialDecision,
  textKinds,
} from '../../core/claims/decisions.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createJournal } from './journal.ts';
import { claimRefSchema, userKeySchema } from './stored-keys.ts';

const about = { ref: claimRefSchema, at: z.iso.datetime(), by: userKeySchema };

/** Exported for tests: docs/privacy.md names what is in it. */
export const decisionSchema: z.ZodType<EditorialDecision> = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('confirmed'), revision: z.string() }),
  z.object({ ...about, kind: z.enum(['disputed', 'retracted']), why: z.string() }),
  z.object({ ...about, kind: z.enum(textKinds), text: z.string() }),
  z.object({
    ...about,
    kind: z.literal('drafted'),
    draft: claimSchema,
    request: z.string().optional(),
  }),
]);

/** Kept for good: while the files do not hold it, a decision is nowhere else. */
export function createKeptDecisions(ledger: Ledger): DecisionLog {
  const journal = createJournal(ledger, { name: 'decisions', schema: decisionSchema });
  return {
    add: (decision) => journal.add(decision),
    all: async () => (await journal.latest(Number.POSITIVE_INFINITY)).toReversed(),
  };
}

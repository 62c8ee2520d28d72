import { z } from 'zod';
import type { ReloadHistory, ReloadRecord } from '../../core/claims/reload-history.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createJournal } from './journal.ts';
import { unlessLost } from './store-guard.ts';
import { changerSchema } from './stored-keys.ts';

/** Exported for tests: docs/privacy.md says so. */
export const reloadsKeptForMs = 365 * 24 * 60 * 60 * 1000;

const count = z.number().int().nonnegative();

/** Exported for tests: docs/privacy.md names what is in it. */
export const reloadRecord: z.ZodType<ReloadRecord> = z.object({
  at: z.iso.datetime(),
  by: changerSchema,
  result: z.enum(['loaded', 'failed', 'undone']),
  changes: z.array(z.object({ pack: z.string(), added: count, removed: count, changed: count })),
  fingerprint: z.string(),
});

export function createKeptReloads(ledger: Ledger): ReloadHistory {
  const journal = createJournal(ledger, {
    name: 'reloads',
    schema: reloadRecord,
    keepMs: reloadsKeptForMs,
  });
  return {
    record: (reload) => unlessLost(journal.add(reload), undefined),
    recent: (limit) => unlessLost(journal.latest(limit), []),
  };
}

import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { ReloadHistory, ReloadRecord } from '../../core/claims/reload-history.ts';
import { createJournal } from './journal.ts';
import type { StoreGuard } from './store-guard.ts';
import { userKeySchema } from './stored-keys.ts';

const keepMs = 365 * 24 * 60 * 60 * 1000;

const count = z.number().int().nonnegative();

const reloadRecord: z.ZodType<ReloadRecord> = z.object({
  at: z.iso.datetime(),
  by: z.union([z.literal('start'), userKeySchema]),
  result: z.enum(['loaded', 'failed', 'undone']),
  changes: z.array(z.object({ pack: z.string(), added: count, removed: count, changed: count })),
  fingerprint: z.string(),
});

export function createKeptReloads(keyv: Keyv<unknown>, guard: StoreGuard): ReloadHistory {
  const journal = createJournal(keyv, reloadRecord, keepMs);
  return {
    record: (reload) => guard.run(() => journal.add(reload), undefined),
    recent: (limit) => guard.run(() => journal.latest(limit), []),
  };
}

import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { LastGood } from '../../core/claims/reload-history.ts';
import type { StoreGuard } from './store-guard.ts';

/** Among the facts of the store. */
const key = 'last-good';

/**
 * Earlier versions kept the fingerprint alone.
 * Exported for tests: docs/privacy.md names what is in it.
 */
export const lastSet = z.union([
  z.string().transform((fingerprint) => ({ fingerprint, insteadOf: undefined })),
  z.object({ fingerprint: z.string(), insteadOf: z.string().optional() }),
]);

export function createLastGood(facts: Keyv<unknown>, guard: StoreGuard): LastGood {
  return {
    async get() {
      const value = await guard.withFallback(() => facts.get(key), undefined);
      return lastSet.safeParse(value).data;
    },
    async set(last) {
      await guard.withFallback(() => facts.set(key, last), false);
    },
  };
}

import type { Keyv } from 'keyv';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { StoreGuard } from './store-guard.ts';

/** Slack's last redelivery comes about an hour after the first try. */
const keepMs = 2 * 60 * 60 * 1000;

/** More events than a busy bot sees in two hours; the oldest are forgotten first. */
const maxInMemory = 20_000;

/**
 * Remembers deliveries in memory, which decides at once between two that come together, and in the store, which
 * decides after a restart. Keyv has no compare-and-set: two processes that get the same event in the same
 * millisecond may both take it.
 */
export function createKeptDeliveries(keyv: Keyv<true>, guard: StoreGuard): Deliveries {
  /** Event to the moment when it may be forgotten; in the order of those moments. */
  const taken = new Map<string, number>();

  function takeInMemory(event: string): boolean {
    const now = performance.now();
    for (const [old, until] of taken) {
      if (until > now && taken.size < maxInMemory) break;
      taken.delete(old);
    }
    if (taken.has(event)) return false;
    taken.set(event, now + keepMs);
    return true;
  }

  return {
    async claim(event) {
      if (!takeInMemory(event)) return false;
      if (await guard.run(() => keyv.get(event), undefined)) return false;
      await guard.run(() => keyv.set(event, true, keepMs), false);
      return true;
    },
    async release(event) {
      taken.delete(event);
      await guard.run(() => keyv.delete(event), false);
    },
  };
}

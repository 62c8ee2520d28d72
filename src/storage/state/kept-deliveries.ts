import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { unlessLost } from './store-guard.ts';

/** Slack's last redelivery comes about an hour after the first try. */
const keepMs = 2 * 60 * 60 * 1000;

/** More events than a busy bot sees in two hours; the oldest are forgotten first. */
const maxInMemory = 20_000;

/**
 * Claims deliveries in the store, atomically for all processes, and remembers them in memory as well: while the store
 * is away, a process still takes each event once, though another may take it too.
 */
export function createKeptDeliveries(ledger: Ledger): Deliveries {
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

  const keyOf = (event: string): string => `delivery ${event}`;

  return {
    async claim(event) {
      if (!takeInMemory(event)) return false;
      const isFirst = await unlessLost(ledger.claim(keyOf(event), keepMs), true);
      // Another process has it, and may yet release it.
      if (!isFirst) taken.delete(event);
      return isFirst;
    },
    async release(event) {
      taken.delete(event);
      await unlessLost(ledger.release(keyOf(event)), undefined);
    },
  };
}

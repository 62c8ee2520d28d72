import type { Deliveries } from '../../src/core/ports/deliveries.ts';
import { testNow } from './test-day.ts';

export function createDeliveriesInMemory(): Deliveries {
  const taken = new Set<string>();
  const deliveries: Deliveries = {
    async claim(event) {
      if (taken.has(event)) return false;
      taken.add(event);
      return true;
    },
    async release(event) {
      taken.delete(event);
    },
    async begin(event) {
      if (!(await deliveries.claim(event))) return undefined;
      return {
        async planned() {},
        posting: async () => true,
        posted: async () => testNow.toISOString(),
        async ended() {},
        cancelled: () => deliveries.release(event),
      };
    },
  };
  return deliveries;
}

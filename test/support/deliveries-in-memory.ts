import type { Deliveries } from '../../src/core/ports/deliveries.ts';

export function createDeliveriesInMemory(): Deliveries {
  const taken = new Set<string>();
  return {
    async claim(event) {
      if (taken.has(event)) return false;
      taken.add(event);
      return true;
    },
    async release(event) {
      taken.delete(event);
    },
  };
}

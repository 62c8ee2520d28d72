import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoreGuard } from './store-guard.ts';

/** A ledger that fails fast, and as its port says, while the store is away. */
export function createGuardedLedger(ledger: Ledger, guard: StoreGuard): Ledger {
  return {
    claim: (key, lifetimeMs) => guard.need(() => ledger.claim(key, lifetimeMs)),
    release: (key) => guard.need(() => ledger.release(key)),
    get: (key) => guard.need(() => ledger.get(key)),
    put: (key, value, lifetimeMs) => guard.need(() => ledger.put(key, value, lifetimeMs)),
    remove: (keys) => guard.need(() => ledger.remove(keys)),
    list: (page) => guard.need(() => ledger.list(page)),
    stream(name, options) {
      const stream = ledger.stream(name, options);
      return {
        append: (value, key) => guard.need(() => stream.append(value, key)),
        take: () => guard.need(() => stream.take()),
        acknowledge: (id) => guard.need(() => stream.acknowledge(id)),
      };
    },
  };
}

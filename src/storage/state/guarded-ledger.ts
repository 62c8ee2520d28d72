import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoreGuard } from './store-guard.ts';

/** A ledger that fails fast, and as its port says, while the store is away. */
export function createGuardedLedger(ledger: Ledger, guard: StoreGuard): Ledger {
  return {
    claim: (key, lifetimeMs) => guard.required(() => ledger.claim(key, lifetimeMs)),
    extend: (key, lifetimeMs) => guard.required(() => ledger.extend(key, lifetimeMs)),
    release: (key) => guard.required(() => ledger.release(key)),
    get: (key) => guard.required(() => ledger.get(key)),
    put: (key, value, lifetimeMs) => guard.required(() => ledger.put(key, value, lifetimeMs)),
    add: (key, value, lifetimeMs) => guard.required(() => ledger.add(key, value, lifetimeMs)),
    remove: (keys) => guard.required(() => ledger.remove(keys)),
    list: (page) => guard.required(() => ledger.list(page)),
    stream(name, options) {
      const stream = ledger.stream(name, options);
      return {
        append: (value, key) => guard.required(() => stream.append(value, key)),
        take: () => guard.required(() => stream.take()),
        acknowledge: (id) => guard.required(() => stream.acknowledge(id)),
      };
    },
  };
}

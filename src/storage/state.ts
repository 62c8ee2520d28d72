import type { Deliveries } from '../core/deliveries.ts';
import type { Log } from '../core/log.ts';
import type { LastGood, ReloadHistory, ReloadRecord } from '../core/reload-history.ts';
import { createKeptDeliveries } from './kept-deliveries.ts';
import { createKeptReloads } from './kept-reloads.ts';
import { openStore, StateError, type Store } from './open-store.ts';
import { createStoreGuard } from './store-guard.ts';

export { StateError };

/** Everything that outlives a process. Once open it never rejects: without its store it remembers less. */
export interface State {
  readonly deliveries: Deliveries;
  readonly reloads: ReloadHistory;
  readonly lastGood: LastGood;
  close(): Promise<void>;
}

/**
 * Opens the store behind `url`: `sqlite:<file>`, `memory:`, `redis://…` or `rediss://…`.
 * @throws {StateError} when it can't be read and written.
 */
export async function createState(url: string, log: Log): Promise<State> {
  const store = await openStore(url);
  const facts = store.keyv<string>('factbot-facts');
  await proveWritable(store);
  const guard = createStoreGuard(store.name, log);
  return {
    deliveries: createKeptDeliveries(store.keyv<true>('factbot-deliveries'), guard),
    reloads: createKeptReloads(store.keyv<ReloadRecord>('factbot-reloads'), guard),
    lastGood: {
      get: () => guard.run(() => facts.get('last-good'), undefined),
      async set(fingerprint) {
        await guard.run(() => facts.set('last-good', fingerprint), false);
      },
    },
    async close() {
      guard.retire();
      await store.close();
    },
  };
}

/** A server may be reached and yet refuse to write: a replica, a full disk, a user without rights. */
async function proveWritable(store: Store): Promise<void> {
  try {
    await store.keyv<number>('factbot-probe').set('started', Date.now(), 60_000);
  } catch (error) {
    await store.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new StateError(
      `The state in ${store.name} can't be written (${why}): allow writing, or set STATE_URL to another place.`,
    );
  }
}

import type { Ledger } from '../../core/ports/ledger.ts';
import { keysOf } from './keyv-keys.ts';
import type { Store } from './store/store.ts';

/** What earlier versions kept in namespaces of Keyv, by the name of the same records in the ledger. */
const moved = {
  'factbot-blocked': 'blocked',
  'factbot-communities': 'communities',
  'factbot-settings': 'settings',
  'factbot-settings-changes': 'settings-changes',
  'factbot-reloads': 'reloads',
  'factbot-reports': 'reports',
};

/** Among the facts of the store: that it was done. */
const doneKey = 'moved-into-ledger';

/** Takes over what an earlier version kept, once a store; each record lives as long as it was to. Rejects as the store does. */
export async function moveIntoLedger(
  store: Store,
  ledger: Ledger,
  clock: () => Date,
): Promise<void> {
  const facts = store.keyv<true>('factbot-facts');
  if (await facts.get(doneKey)) return;
  for (const [namespace, name] of Object.entries(moved)) {
    const keyv = store.keyv<unknown>(namespace);
    for (const key of await keysOf(keyv)) {
      const stored = await keyv.getRaw(key);
      if (!stored) continue;
      const lifetimeMs =
        typeof stored.expires === 'number' ? stored.expires - clock().getTime() : undefined;
      // A damaged value is undefined and yet there: whoever reads it is to find it damaged.
      await ledger.put(`${name} ${key}`, stored.value ?? null, lifetimeMs);
      await keyv.delete(key);
    }
  }
  await facts.set(doneKey, true);
}

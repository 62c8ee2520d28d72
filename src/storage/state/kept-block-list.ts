import { withoutWorkspace } from '../../core/keys.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { BlockList } from '../../core/ports/limits.ts';
import type { Processes } from '../../core/ports/processes.ts';
import { createMirror } from './mirror.ts';
import type { StoreGuard } from './store-guard.ts';
import { userKeySchema } from './stored-keys.ts';

export interface KeptBlockList extends BlockList {
  /** Takes over what other processes wrote. Rejects when the store is lost. */
  refresh(): Promise<void>;
}

export async function createKeptBlockList(
  ledger: Ledger,
  guard: StoreGuard,
  processes: Processes,
): Promise<KeptBlockList> {
  const blocked = await createMirror(
    { ledger, name: 'blocked', processes, key: userKeySchema, read: () => true },
    guard,
  );
  return {
    // Earlier versions kept people without their workspace.
    has: (user) => blocked.values.has(user) || blocked.values.has(withoutWorkspace(user)),
    list: () => [...blocked.values.keys()].sort(),
    add: (user) => blocked.set(user, true),
    async remove(user) {
      const old = withoutWorkspace(user);
      if (old !== user) await blocked.remove(old);
      return blocked.remove(user);
    },
    refresh: blocked.refresh,
  };
}

import type { CommunityKey } from '../../core/keys.ts';
import type { Communities } from '../../core/ports/communities.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Processes } from '../../core/ports/processes.ts';
import { StoreLostError } from '../../core/ports/store-lost-error.ts';
import { createKeptPresence } from './kept-presence.ts';
import type { KeptReceipts } from './kept-receipts.ts';
import { createKeptSettings } from './kept-settings.ts';
import type { StoreGuard } from './store-guard.ts';

/** How long a community's settings outlive the bot's leaving, so that a removal by mistake loses nothing. Exported for tests: they let as much time pass. */
export const leftGraceMs = 30 * 24 * 60 * 60 * 1000;

export interface KeptCommunities extends Communities {
  /** Takes over what other processes wrote. Rejects when the store is lost. */
  refresh(): Promise<void>;
}

export interface KeptCommunitiesParts {
  /** Unguarded: the first reading is to fail as the store does. */
  readonly ledger: Ledger;
  readonly guard: StoreGuard;
  readonly processes: Processes;
  /** They go with the settings of a community that the bot left. */
  readonly receipts: Pick<KeptReceipts, 'forget'>;
  readonly log: Log;
  readonly clock: () => Date;
}

export async function createKeptCommunities(parts: KeptCommunitiesParts): Promise<KeptCommunities> {
  const { ledger, guard, processes, receipts, log, clock } = parts;
  const settings = await createKeptSettings(ledger, guard, processes, log, clock);
  const presence = await createKeptPresence(ledger, guard, clock);

  return {
    settings: settings.settings,
    change: settings.change,
    changes: settings.changes,
    joined: presence.joined,
    left: presence.left,
    list: async () => [...new Set([...presence.communities(), ...settings.communities()])].sort(),
    async removeLeft() {
      const removed: CommunityKey[] = [];
      try {
        const graceEnd = new Date(clock().getTime() - leftGraceMs);
        for (const community of await presence.leftBy(graceEnd)) {
          await settings.remove(community);
          await receipts.forget(community);
          // Last: as long as it is there, a removal that was cut off is tried again.
          await presence.remove(community);
          removed.push(community);
        }
      } catch (error) {
        if (!(error instanceof StoreLostError)) throw error;
      }
      return removed;
    },
    async refresh() {
      await settings.refresh();
      await presence.refresh();
    },
  };
}

import { z } from 'zod';
import type { CommunityKey } from '../../core/keys.ts';
import type { Communities } from '../../core/ports/communities.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createMirror } from './mirror.ts';
import { type StoreGuard, unlessLost } from './store-guard.ts';
import { communityKeySchema } from './stored-keys.ts';

/** Exported for tests: docs/privacy.md names what is in it. */
export const presenceSchema = z.object({ leftAt: z.iso.datetime().nullable() });
type Presence = Readonly<z.infer<typeof presenceSchema>>;

/** Where the bot is and since when it is gone. What can't be written yet is written once the store is back. */
export interface KeptPresence extends Pick<Communities, 'joined' | 'left'> {
  communities(): Iterable<CommunityKey>;
  /** Left at that moment or earlier, by what the store says now. Rejects when the store is lost. */
  leftBy(moment: Date): Promise<readonly CommunityKey[]>;
  /** Rejects when the store is lost. */
  remove(community: CommunityKey): Promise<void>;
  /** Takes over what other processes wrote. Rejects when the store is lost. */
  refresh(): Promise<void>;
}

export async function createKeptPresence(
  ledger: Ledger,
  guard: StoreGuard,
  clock: () => Date,
): Promise<KeptPresence> {
  const stored = await createMirror(
    {
      ledger,
      name: 'communities',
      key: communityKeySchema,
      // A record that can't be read must not lead to a removal.
      read: (value): Presence => presenceSchema.safeParse(value).data ?? { leftAt: null },
    },
    guard,
  );
  const unsaved = new Map<CommunityKey, Presence>();

  async function save(community: CommunityKey, presence: Presence): Promise<void> {
    await stored.set(community, presence);
    if (unsaved.get(community) === presence) unsaved.delete(community);
  }

  async function note(community: CommunityKey, presence: Presence): Promise<void> {
    unsaved.set(community, presence);
    await unlessLost(save(community, presence), undefined);
  }

  async function saveUnsaved(): Promise<void> {
    for (const [community, presence] of unsaved) await save(community, presence);
  }

  function known(community: CommunityKey): Presence | undefined {
    return unsaved.get(community) ?? stored.values.get(community);
  }

  return {
    joined: (community) => note(community, { leftAt: null }),
    async left(community) {
      if (!unsaved.has(community)) await unlessLost(stored.fetch(community), undefined);
      // Told again, it is still gone since the first time.
      if (known(community)?.leftAt) return;
      await note(community, { leftAt: clock().toISOString() });
    },
    communities: () => new Set([...stored.values.keys(), ...unsaved.keys()]),
    async leftBy(moment) {
      await saveUnsaved();
      await stored.refresh();
      const latest = moment.toISOString();
      return [...stored.values]
        .filter(([, { leftAt }]) => leftAt !== null && leftAt <= latest)
        .map(([community]) => community);
    },
    async remove(community) {
      await stored.remove(community);
    },
    async refresh() {
      await saveUnsaved();
      await stored.refresh();
    },
  };
}

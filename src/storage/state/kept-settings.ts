import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { CommunityKey } from '../../core/keys.ts';
import type { Communities, SettingsChange } from '../../core/ports/communities.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Processes } from '../../core/ports/processes.ts';
import { defaultSettings, type Settings, settingsSchema } from '../../core/ports/settings.ts';
import { createGuardedLedger } from './guarded-ledger.ts';
import { createJournal } from './journal.ts';
import { createMirror } from './mirror.ts';
import { createQueue } from './queue.ts';
import type { StoreGuard } from './store-guard.ts';
import { communityKeySchema, userKeySchema } from './stored-keys.ts';

/** How long it can be seen who changed a community's settings. Exported for tests: they let as much time pass. */
export const settingsChangesKeptForMs = 365 * 24 * 60 * 60 * 1000;

/** Exported for tests: docs/privacy.md names what is in it. */
export const changeSchema: z.ZodType<SettingsChange> = z.object({
  at: z.iso.datetime(),
  by: userKeySchema,
  before: settingsSchema,
  after: settingsSchema,
});

/** What communities decided, and the record of who decided it. */
export interface KeptSettings extends Pick<Communities, 'settings' | 'change' | 'changes'> {
  /** Communities that have settings of their own. */
  communities(): Iterable<CommunityKey>;
  /** Forgets settings and record. Rejects when the store is lost. */
  remove(community: CommunityKey): Promise<void>;
  /** Takes over what other processes wrote. Rejects when the store is lost. */
  refresh(): Promise<void>;
}

export async function createKeptSettings(
  ledger: Ledger,
  guard: StoreGuard,
  processes: Processes,
  log: Log,
  clock: () => Date,
): Promise<KeptSettings> {
  const broken = new Set<CommunityKey>();

  function read(value: unknown, community: CommunityKey): Settings {
    const parsed = settingsSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    if (!broken.has(community)) {
      broken.add(community);
      log.warn(
        { community },
        'The settings kept for a community are broken: the defaults hold until it sets them anew',
      );
    }
    return defaultSettings;
  }

  const stored = await createMirror(
    { ledger, name: 'settings', processes, key: communityKeySchema, read },
    guard,
  );
  const journal = createJournal(createGuardedLedger(ledger, guard), {
    name: 'settings-changes',
    schema: changeSchema,
    keepMs: settingsChangesKeptForMs,
  });
  const inTurn = createQueue();

  return {
    settings: (community) => (community && stored.values.get(community)) ?? defaultSettings,
    change: (community, by, changes) =>
      inTurn(community, async () => {
        // Not from memory: another process may have changed another field within the minute.
        const before = (await stored.fetch(community)) ?? defaultSettings;
        const after = settingsSchema.parse({ ...before, ...changes });
        if (isDeepStrictEqual(before, after)) return { settings: before, others: [] };
        const change = { at: clock().toISOString(), by, before, after };
        // The record first: a store lost in between leaves a record too many rather than a change without one.
        await journal.add(change, community);
        return { settings: after, others: await stored.set(community, after) };
      }),
    changes: (community, limit) => journal.latest(limit, community),
    communities: () => stored.values.keys(),
    remove: (community) =>
      inTurn(community, async () => {
        await journal.removeAll(community);
        await stored.remove(community);
      }),
    refresh: stored.refresh,
  };
}

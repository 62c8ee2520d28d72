import type { PackChanges } from './claim-changes.ts';
import type { WholeClaimSet } from './claim-set.ts';
import type { KeptSets } from './kept-sets.ts';
import type { Changer, LastGood, ReloadHistory, ReloadRecord } from './reload-history.ts';

interface RecordParts {
  readonly history: ReloadHistory;
  readonly lastGood: LastGood;
  readonly sets: KeptSets;
  readonly clock: () => Date;
}

/** What is kept of each load: what came of it, what is in use since, and the set to go back to. */
export interface LoadRecords {
  /** @param filesFingerprint that of the files, where another set than theirs may be in use */
  note(
    load: Pick<ReloadRecord, 'by' | 'result'>,
    changes: readonly PackChanges[],
    current: Pick<WholeClaimSet, 'fingerprint'>,
    filesFingerprint: string | undefined,
  ): Promise<void>;
  /** Keeps the set in use, which the files hold, unless it is the newest that is kept. */
  keep(current: WholeClaimSet, by: Changer): Promise<void>;
}

export function createLoadRecords({ history, lastGood, sets, clock }: RecordParts): LoadRecords {
  return {
    async note({ by, result }, changes, { fingerprint }, filesFingerprint) {
      const insteadOf = filesFingerprint === fingerprint ? undefined : filesFingerprint;
      await lastGood.set({ fingerprint, insteadOf });
      await history.record({
        at: clock().toISOString(),
        by,
        result,
        fingerprint,
        changes: changes.map(({ pack, added, removed, changed }) => ({
          pack,
          added: added.length,
          removed: removed.length,
          changed: changed.length,
        })),
      });
    },
    async keep({ fingerprint, claims, packs, digestOf }, by) {
      const newest = (await sets.list().catch(() => []))[0];
      if (newest?.fingerprint === fingerprint) return;
      const loadedAt = clock().toISOString();
      await sets.keep({ fingerprint, loadedAt, by, claims: claims.length }, packs, digestOf);
    },
  };
}

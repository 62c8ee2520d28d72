import type { Claim } from '../../src/core/claims/claim.ts';
import type { KeptSets } from '../../src/core/claims/kept-sets.ts';
import type { Library } from '../../src/core/claims/library.ts';
import { openLibrary } from '../../src/core/claims/open-library.ts';
import type { PackReading } from '../../src/core/claims/pack-reading.ts';
import type { LastGood, ReloadRecord } from '../../src/core/claims/reload-history.ts';
import { aClaim } from './claims.ts';
import { createLibraryParts } from './library-parts.ts';
import { rivertonPack } from './test-bot.ts';

/** What a town’s pack says in turn. */
export const old = aClaim({ id: 'old', claim: 'The harbour bridge opened in 1932.', wordings: [] });
export const added = aClaim({ id: 'added', claim: 'The library has nine floors.', wordings: [] });
export const changed = aClaim({ ...old, summary: 'Rewritten.' });
export const removed = aClaim({ id: 'removed', claim: 'The tram runs at night.', wordings: [] });

/** The town’s pack with these claims. */
export function reading(...claims: readonly Claim[]): PackReading {
  return { ok: true, packs: [rivertonPack(claims)], fingerprint: JSON.stringify(claims) };
}

export const broken: PackReading = {
  ok: false,
  mistakes: [
    {
      file: 'data/riverton/claims/a.yaml',
      line: 3,
      column: 1,
      field: 'verdict',
      message: 'is wrong',
    },
  ],
};

/** A library over readings that come one after the other; the last one stays. */
export async function libraryOver(...readings: readonly PackReading[]) {
  return libraryAfter(await createStore(), ...readings);
}

/** What outlives a library. */
interface LibraryStore {
  readonly lastGood: LastGood;
  readonly sets: KeptSets;
}

export async function createStore(): Promise<LibraryStore> {
  const { lastGood, sets } = await createLibraryParts();
  return { lastGood, sets };
}

/** The same where there was a library before it, which left this. */
export async function libraryAfter(
  store: LibraryStore,
  ...readings: readonly PackReading[]
): Promise<{
  library: Library;
  records: ReloadRecord[];
  reads: () => number;
}> {
  const records: ReloadRecord[] = [];
  let reads = 0;
  const library = await openLibrary({
    read: async () => {
      const next = readings[Math.min(reads, readings.length - 1)];
      reads += 1;
      if (!next) throw new Error('no reading');
      return next;
    },
    ...(await createLibraryParts()),
    history: {
      record: async (reload) => void records.unshift(reload),
      recent: async (limit) => records.slice(0, limit),
    },
    ...store,
  });
  return { library, records, reads: () => reads };
}

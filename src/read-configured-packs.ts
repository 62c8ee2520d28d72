import type { Config } from './config.ts';
import type { Day } from './core/claims/calendar.ts';
import type { HeldReading, PackReading } from './core/claims/pack-reading.ts';
import { loadPacksApart } from './loading/load-packs-apart.ts';
import { fetchPacks } from './storage/fetched-packs/fetch-packs.ts';

type PackSettings = Pick<Config, 'dataDir' | 'packs' | 'searchPath'>;

/**
 * Reads and validates the packs that the settings name, fetched or in a folder. Never rejects over what they hold.
 * @param held fingerprints of packs that need not be read again
 * @param snapshot the file that keeps a folder's packs for the next start
 */
export function readConfiguredPacks(config: PackSettings, today: Day): Promise<PackReading>;
export function readConfiguredPacks(
  config: PackSettings,
  today: Day,
  held: readonly string[],
  snapshot: string,
): Promise<PackReading | HeldReading>;
export function readConfiguredPacks(
  { dataDir, packs, searchPath }: PackSettings,
  today: Day,
  held: readonly string[] = [],
  snapshot?: string,
): Promise<PackReading | HeldReading> {
  return packs
    ? fetchPacks(packs, { searchPath, read: (dir) => loadPacksApart(dir, today, held) })
    : loadPacksApart(dataDir, today, held, { snapshot });
}

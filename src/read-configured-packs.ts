import type { Config } from './config.ts';
import type { Day } from './core/claims/calendar.ts';
import type { HeldReading, PackReading } from './core/claims/pack-reading.ts';
import type { LoadPacks } from './loading/create-pack-loader.ts';
import { loadPacksApart } from './loading/load-packs-apart.ts';
import type { Feeds, Wanted } from './storage/feeds/create-feeds.ts';

type FetchPacks = typeof import('./storage/fetched-packs/fetch-packs.ts').fetchPacks;
type PackSettings = Pick<Config, 'dataDir' | 'packs' | 'packsToken' | 'searchPath'>;

interface ReadingOptions {
  readonly feeds: Feeds;
  /** Which feeds are looked for before the packs are read; all unless given. */
  readonly wanted?: Wanted;
}

/**
 * Reads and validates the packs that the settings name, fetched or in a folder, and what their addresses gave. Never rejects over what
 * they hold.
 * @param held fingerprints of packs that need not be read again
 * @param load loads them from a folder; without it, nothing is kept for the next start
 */
export function readConfiguredPacks(
  config: PackSettings,
  today: Day,
  options: ReadingOptions,
): Promise<PackReading>;
export function readConfiguredPacks(
  config: PackSettings,
  today: Day,
  options: ReadingOptions,
  held: readonly string[],
  load: LoadPacks,
): Promise<PackReading | HeldReading>;
export function readConfiguredPacks(
  { dataDir, packs, packsToken: token, searchPath }: PackSettings,
  today: Day,
  { feeds, wanted = 'all' }: ReadingOptions,
  held: readonly string[] = [],
  load: LoadPacks = loadPacksApart,
): Promise<PackReading | HeldReading> {
  const read = async (dir: string): Promise<PackReading | HeldReading> => {
    const copies = await feeds.bring(dir, wanted);
    const reading = await load(dir, today, held, { copies });
    if (!reading.ok || 'held' in reading) return reading;
    return { ...reading, warnings: [...(reading.warnings ?? []), ...feeds.warnings()] };
  };
  return packs ? fetchAndRead(packs, { searchPath, token, read }) : read(dataDir);
}

/** What unpacks archives is loaded where packs are fetched. */
async function fetchAndRead(
  ...[packs, request]: Parameters<FetchPacks>
): Promise<PackReading | HeldReading> {
  const { fetchPacks } = await import('./storage/fetched-packs/fetch-packs.ts');
  return fetchPacks(packs, request);
}

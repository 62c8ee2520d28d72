import type { Day } from './core/claims/calendar.ts';
import type { PackReading } from './core/claims/pack-reading.ts';
import { openFeeds } from './open-feeds.ts';
import type { Wanted } from './storage/feeds/create-feeds.ts';
import { readPacksApart } from './storage/packs/read-packs-apart.ts';

/** What a source does is told by warnings and mistakes. */
const silent = { info() {}, warn() {}, error() {} };

/**
 * Reads and validates the packs in a folder and what their addresses give, for programs that look at them once. Never rejects over
 * what they hold.
 */
export async function readPacksOnce(
  dir: string,
  today: Day,
  wanted: Wanted = 'due',
): Promise<PackReading> {
  const feeds = openFeeds(silent);
  const reading = await readPacksApart(dir, today, { copies: await feeds.bring(dir, wanted) });
  if (!reading.ok) return reading;
  return { ...reading, warnings: [...(reading.warnings ?? []), ...feeds.warnings()] };
}

import type { Day } from '../core/claims/calendar.ts';
import type { HeldReading, PackReading } from '../core/claims/pack-reading.ts';
import { createFlag, type Flag, raise } from './flag.ts';
import { type LoadingOptions, loadPacksApart } from './load-packs-apart.ts';

/** As `loadPacksApart` does. */
export type LoadPacks = (
  dir: string,
  today: Day,
  held: readonly string[],
  options: Pick<LoadingOptions, 'copies'>,
) => Promise<PackReading | HeldReading>;

/**
 * Loads the packs of a program that goes on, now and again. Of loads that follow each other sooner than a little that has changed is kept,
 * the last one keeps it.
 * @param options as those of `loadPacksApart`
 */
export function createPackLoader(
  snapshot: string,
  options: Omit<LoadingOptions, 'snapshot' | 'copies' | 'outdated'> = {},
): LoadPacks {
  let latest: Flag | undefined;
  return async (dir, today, held, { copies = {} }) => {
    const outdated = createFlag();
    const reading = await loadPacksApart(dir, today, held, {
      ...options,
      snapshot,
      copies,
      outdated,
    });
    // One that read nothing new keeps nothing, either.
    if (!reading.ok || 'held' in reading) return reading;
    if (latest) raise(latest);
    latest = outdated;
    return reading;
  };
}

import type { Day } from '../../core/claims/calendar.ts';
import type { PackReading } from '../../core/claims/pack-reading.ts';
import type { FeedCopies } from './feed-copy.ts';
import { type ReadingBounds, readApart } from './read-apart.ts';

interface ReadingApart extends ReadingBounds {
  /** What the addresses gave that packs name. */
  readonly copies?: FeedCopies;
}

/** Reads and validates all packs in a thread of their own, for programs that look at them once. Never rejects. */
export function readPacksApart(
  dir: string,
  today: Day,
  { copies = {}, ...bounds }: ReadingApart = {},
): Promise<PackReading> {
  const module = new URL('./pack-worker.ts', import.meta.url);
  return readApart(
    { module, dir, data: { today, copies }, take: (reading) => reading as PackReading },
    bounds,
  );
}

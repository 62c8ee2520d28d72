import type { Day } from '../../core/claims/calendar.ts';
import type { PackReading } from '../../core/claims/pack-reading.ts';
import { type ReadingBounds, readApart } from './read-apart.ts';

/** Reads and validates all packs in a thread of their own, for programs that look at them once. Never rejects. */
export function readPacksApart(
  dir: string,
  today: Day,
  bounds: ReadingBounds = {},
): Promise<PackReading> {
  const module = new URL('./pack-worker.ts', import.meta.url);
  return readApart(
    { module, dir, data: { today }, take: (reading) => reading as PackReading },
    bounds,
  );
}

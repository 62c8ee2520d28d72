import type { Day } from '../core/claims/calendar.ts';
import { openPacks } from '../core/claims/open-packs.ts';
import type { HeldReading, PackReading } from '../core/claims/pack-reading.ts';
import type { FeedCopies } from '../storage/packs/feed-copy.ts';
import { type ReadingBounds, readApart, startReader } from '../storage/packs/read-apart.ts';
import { createFlag, type Flag } from './flag.ts';
import { type HeldLoad, withStores } from './held-store.ts';
import type { LoadingMessage } from './loading-message.ts';
import { createSpareThread, type SpareThread } from './spare-thread.ts';

export interface LoadingOptions extends ReadingBounds {
  readonly snapshot?: string | undefined;
  readonly keepAfterMs?: number;
  readonly outdated?: Flag;
  readonly copies?: FeedCopies;
  readonly spare?: SpareThread;
  readonly had?: HeldLoad | undefined;
}

/** An operator has the answer by then, and an author who saves one file after the other has saved the next. */
const quietMs = 2000;

/**
 * Reads and validates all packs, and makes all that they are looked up in, in a thread of its own. The thread that answers
 * takes over typed arrays, which moves no byte, and makes a claim when it is asked for. Never rejects.
 * @param held fingerprints of packs that need not be read again
 * @param options.copies what the addresses gave that packs name
 * @param options.snapshot the file that keeps what was loaded last for the next start
 * @param options.keepAfterMs how long a little that has changed waits to be kept there; the program may end before
 * @param options.outdated raised when a later load keeps what has changed
 * @param options.had what is held of an earlier load
 * @param options.spare threads that were made beforehand (`createSpareLoader`)
 */
export function loadPacksApart(
  dir: string,
  today: Day,
  held: readonly string[],
  {
    snapshot,
    keepAfterMs = quietMs,
    outdated = createFlag(),
    copies = {},
    spare,
    had,
    ...bounds
  }: LoadingOptions = {},
): Promise<PackReading | HeldReading> {
  const data = { today, held, had: had?.fingerprint, snapshot, keepAfterMs, outdated, copies };
  const take = (message: unknown) => openMessage(message, had);
  return readApart({ module, dir, data, spare: spare?.take(), take, mayBeLeft }, bounds);
}

const module = new URL('./loading-worker.ts', import.meta.url);

export function createSpareLoader(
  bounds: Pick<ReadingBounds, 'memoryMb'>,
  afterMs: number,
): SpareThread {
  return createSpareThread(() => startReader(module, bounds), afterMs);
}

function openMessage(message: unknown, had: HeldLoad | undefined): PackReading | HeldReading {
  // The thread runs our own module.
  const told = message as LoadingMessage;
  switch (told.kind) {
    case 'held':
      return told.reading;
    case 'mistakes':
      return { ok: false, mistakes: told.mistakes };
    case 'packs': {
      const load = withStores(told, (shelf) => had?.stores[shelf]);
      if (!load) throw new Error('A load was told over one that is not held.');
      const { fingerprint, prepared, warnings } = load;
      return { ok: true, packs: openPacks(load), fingerprint, prepared, warnings };
    }
  }
}

function mayBeLeft(message: unknown): boolean {
  const told = message as LoadingMessage;
  return told.kind === 'packs' && told.isKeptLater;
}

import { setTimeout } from 'node:timers/promises';
import type { Day } from '../core/claims/calendar.ts';
import type { Pack } from '../core/claims/pack.ts';
import { earlierPlaceIn } from '../core/claims/renewed-claims.ts';
import type { FeedCopies } from '../storage/packs/feed-copy.ts';
import { readTracedPacks } from '../storage/packs/pack-reader.ts';
import { codeKey } from './code-key.ts';
import { withHeldStores, withStores } from './held-store.ts';
import { isKept, type KeptLoad, keepLoad, openKeptLoad, type SnapshotPlace } from './kept-load.ts';
import type { LoadingMessage } from './loading-message.ts';
import { type EarlierLoad, type HandedLoad, type Load, prepareLoad } from './prepare-load.ts';
import { sweepDrafts } from './snapshot-drafts.ts';
import { arraysOf, copyArrays } from './typed-arrays.ts';

/** What is to be loaded. */
export interface LoadingOrder {
  readonly dir: string;
  readonly today: Day;
  /** Fingerprints of packs that need not be read again. */
  readonly held: readonly string[];
  /** The fingerprint of the load that who is told holds, and takes stores from (`withStores`). */
  readonly had?: string | undefined;
  /** The file that keeps what was loaded last for the next time. */
  readonly snapshot?: string | undefined;
  /** How long to wait before a little that has changed is kept, since more may soon follow. */
  readonly keepAfterMs: number;
  readonly copies: FeedCopies;
  /** The key of the code that runs; worked out unless given. */
  readonly code?: string;
}

/** @param moved what changes hands, and is of no more use here */
export type TellLoading = (message: LoadingMessage, moved?: readonly ArrayBuffer[]) => void;

/**
 * Reads and validates all packs, and makes all that they are looked up in. Tells once what came of it; what changed since the last
 * time is kept after that, so that nobody waits for it.
 * @param onStep called now and then on the way
 * @param isOutdated whether a later loading has told other packs, which it keeps
 */
export async function loadPacks(
  order: LoadingOrder,
  tell: TellLoading,
  onStep: () => void,
  isOutdated: () => boolean = () => false,
): Promise<void> {
  const { dir, snapshot } = order;
  // Of code that is another one, a snapshot is as good as none.
  const code = order.code ?? (await codeKey());
  const place = snapshot === undefined ? undefined : { path: snapshot, dir };
  if (snapshot !== undefined) await sweepDrafts(snapshot);
  const kept = place && openKeptLoad(place, code);
  // At a start it is likely that nothing has changed, and at a reload that something has.
  kept?.bring(order.held.length === 0 ? 'load' : 'earlier');
  const keeping = place && { place, code, isOutdated };
  try {
    await loadOver(kept, order, { tell, onStep, keeping });
  } finally {
    kept?.close();
  }
}

interface Keeping {
  readonly place: SnapshotPlace;
  readonly code: string;
  isOutdated(): boolean;
}

interface LoadingParts {
  readonly tell: TellLoading;
  readonly onStep: () => void;
  /** Undefined where nothing is kept. */
  readonly keeping: Keeping | undefined;
}

async function loadOver(
  kept: KeptLoad | undefined,
  { dir, today, held, had, copies, keepAfterMs }: LoadingOrder,
  { tell, onStep, keeping }: LoadingParts,
): Promise<void> {
  const options = { held: [...held, ...(kept ? [kept.fingerprint] : [])], copies, onFile: onStep };
  let read = await readTracedPacks(dir, today, { ...options, known: kept?.known });
  if ('held' in read.reading && !held.includes(read.reading.held)) {
    const load = await kept?.load();
    if (load) return handOver(load, tell);
    read = await readTracedPacks(dir, today, { copies, onFile: onStep });
  }
  const { reading, opened } = read;
  if (!reading.ok) return tell({ kind: 'mistakes', mistakes: reading.mistakes });
  if ('held' in reading) return tell({ kind: 'held', reading });
  const earlier = await kept?.earlier();
  const isHad = earlier !== undefined && earlier.fingerprint === had;
  const load = prepareLoad(reading, isHad ? withHeldStores(earlier) : earlier, onStep);
  if (!keeping) return handOver(load, tell);
  const { place, code, isOutdated } = keeping;
  if (!earlier) {
    // That took so long that a program which ends at once should not have to do it all again.
    await keepLoad(place, code, load, read.traces);
    return handOver(load, tell);
  }
  if (!isMuchAlike(reading.packs, earlier, opened)) {
    // A copy changes hands, since the arrays are still to be written.
    handOver(
      {
        ...load,
        claims: copyArrays(load.claims),
        prepared: load.prepared.map((made) => copyArrays(made)),
      },
      tell,
    );
    const whole = withStores(load, (shelf) => earlier.prepared[shelf]?.store);
    return whole && keepLoad(place, code, whole, read.traces, isOutdated);
  }
  handOver(withoutThoseOf(earlier, load), tell, { isKeptLater: true });
  await setTimeout(keepAfterMs);
  // Of several processes that follow a change, one keeps it.
  if (isOutdated() || isKept(place, code, load.fingerprint)) return;
  const again = prepareLoad(reading, earlier, onStep);
  await keepLoad(place, code, again, read.traces, isOutdated);
}

/** Whether so little is not as it is kept that nobody should wait until all has been copied for it. */
function isMuchAlike(packs: readonly Pack[], earlier: EarlierLoad, opened: number): boolean {
  const before = earlier.packs.reduce((sum, pack) => sum + pack.claims, 0);
  let [taken, anew] = [0, 0];
  for (const { claims } of packs) {
    for (let place = 0; place < claims.length; place += 1) {
      if (earlierPlaceIn(claims, place) === undefined) anew += 1;
      else taken += 1;
    }
  }
  return Math.max(anew, before - taken, opened) * claimsToCopyFor < before;
}

/** One that changed among so many is worth the copies. */
const claimsToCopyFor = 1000;

/** The same load, of which nothing that changes hands is the earlier one's: that is needed until the load is kept. */
function withoutThoseOf(earlier: EarlierLoad, load: Load): Load {
  const needed = new Set(earlier.prepared.flatMap(({ tables }) => arraysOf(tables)));
  return {
    ...load,
    prepared: load.prepared.map(({ tables, store }) => ({
      tables: copyArrays(tables, (array) => needed.has(array)),
      store,
    })),
  };
}

function handOver(
  { fingerprint, warnings, packs, claims, prepared }: HandedLoad,
  tell: TellLoading,
  { isKeptLater = false } = {},
): void {
  const moved = [claims, ...prepared].flatMap(arraysOf).map(({ buffer }) => buffer);
  tell({ kind: 'packs', fingerprint, warnings, packs, claims, prepared, isKeptLater }, moved);
}

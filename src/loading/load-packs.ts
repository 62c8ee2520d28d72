import type { Day } from '../core/claims/calendar.ts';
import type { Pack } from '../core/claims/pack.ts';
import { earlierPlaceIn } from '../core/claims/renewed-claims.ts';
import type { FeedCopies } from '../storage/packs/feed-copy.ts';
import { readTracedPacks } from '../storage/packs/pack-reader.ts';
import { codeKey } from './code-key.ts';
import { keepLoad, openKeptLoad } from './kept-load.ts';
import type { LoadingMessage } from './loading-message.ts';
import { type EarlierLoad, type HandedLoad, prepareLoad } from './prepare-load.ts';
import { sweepDrafts } from './snapshot-drafts.ts';
import { arraysOf, copyArrays } from './typed-arrays.ts';

/** What is to be loaded. */
export interface LoadingOrder {
  readonly dir: string;
  readonly today: Day;
  /** Fingerprints of packs that need not be read again. */
  readonly held: readonly string[];
  /** The file that keeps what was loaded last for the next time. */
  readonly snapshot?: string | undefined;
  readonly copies: FeedCopies;
}

/** @param moved what changes hands, and is of no more use here */
export type TellLoading = (message: LoadingMessage, moved?: readonly ArrayBuffer[]) => void;

/**
 * Reads and validates all packs, and makes all that they are looked up in. Tells once what came of it; what changed since the last
 * time is kept after that, so that nobody waits for it, and only where it is more than a little.
 * @param onStep called now and then on the way
 */
export async function loadPacks(
  { dir, today, held, snapshot, copies }: LoadingOrder,
  tell: TellLoading,
  onStep: () => void,
): Promise<void> {
  // Of code that is another one, a snapshot is as good as none.
  const code = await codeKey();
  const place = snapshot === undefined ? undefined : { path: snapshot, dir };
  if (snapshot !== undefined) await sweepDrafts(snapshot);
  const kept = place && openKeptLoad(place, code);
  const options = { held: [...held, ...(kept ? [kept.fingerprint] : [])], copies, onFile: onStep };
  let { reading, traces, opened } = await readTracedPacks(dir, today, {
    ...options,
    known: kept?.known,
  });
  if ('held' in reading && !held.includes(reading.held)) {
    const load = kept?.load();
    if (load) return handOver(load, tell);
    ({ reading, traces, opened } = await readTracedPacks(dir, today, { copies, onFile: onStep }));
  }
  if (!reading.ok) return tell({ kind: 'mistakes', mistakes: reading.mistakes });
  if ('held' in reading) return tell({ kind: 'held', reading });
  const earlier = kept?.earlier();
  const load = prepareLoad(reading, earlier, onStep);
  if (!place || (earlier && isMuchAlike(reading.packs, earlier, opened)))
    return handOver(load, tell);
  if (earlier) {
    // A copy changes hands, since the arrays are still to be written.
    handOver(
      { ...load, claims: copyArrays(load.claims), prepared: load.prepared.map(copyArrays) },
      tell,
    );
    return keepLoad(place, code, load, traces);
  }
  // That took so long that a program which ends at once should not have to do it all again.
  await keepLoad(place, code, load, traces);
  handOver(load, tell);
}

/**
 * Whether so little is not as it is kept that the next load has it anew as fast as it would read it: to keep a hundred thousand claims for
 * each that is changed would take longer than all the rest.
 */
function isMuchAlike(packs: readonly Pack[], earlier: EarlierLoad, opened: number): boolean {
  const before = earlier.packs.reduce((sum, pack) => sum + pack.claims, 0);
  let [taken, anew] = [0, 0];
  for (const { claims } of packs) {
    for (let place = 0; place < claims.length; place += 1) {
      if (earlierPlaceIn(claims, place) === undefined) anew += 1;
      else taken += 1;
    }
  }
  return Math.max(anew, before - taken, opened) * claimsToKeepFor < before;
}

/** One that changed among so many is worth keeping. */
const claimsToKeepFor = 1000;

function handOver(
  { fingerprint, warnings, packs, claims, prepared }: HandedLoad,
  tell: TellLoading,
): void {
  const moved = [claims, ...prepared].flatMap(arraysOf).map(({ buffer }) => buffer);
  tell({ kind: 'packs', fingerprint, warnings, packs, claims, prepared }, moved);
}

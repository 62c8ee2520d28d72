import type { Day } from '../core/claims/calendar.ts';
import type { FeedCopies } from '../storage/packs/feed-copy.ts';
import { readTracedPacks } from '../storage/packs/pack-reader.ts';
import { codeKey } from './code-key.ts';
import { keepLoad, openKeptLoad } from './kept-load.ts';
import type { LoadingMessage } from './loading-message.ts';
import { type HandedLoad, prepareLoad } from './prepare-load.ts';
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
 * time is kept after that, so that nobody waits for it.
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
  const kept = place && (await openKeptLoad(place, code));
  const options = { held: [...held, ...(kept ? [kept.fingerprint] : [])], copies, onFile: onStep };
  let { reading, traces } = await readTracedPacks(dir, today, { ...options, known: kept?.known });
  if ('held' in reading && !held.includes(reading.held)) {
    const load = await kept?.load();
    if (load) return handOver(load, tell);
    ({ reading, traces } = await readTracedPacks(dir, today, { copies, onFile: onStep }));
  }
  if (!reading.ok) return tell({ kind: 'mistakes', mistakes: reading.mistakes });
  if ('held' in reading) return tell({ kind: 'held', reading });
  const earlier = await kept?.earlier();
  const load = prepareLoad(reading, earlier, onStep);
  if (!place) return handOver(load, tell);
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

function handOver(
  { fingerprint, warnings, packs, claims, prepared }: HandedLoad,
  tell: TellLoading,
): void {
  const moved = [claims, ...prepared].flatMap(arraysOf).map(({ buffer }) => buffer);
  tell({ kind: 'packs', fingerprint, warnings, packs, claims, prepared }, moved);
}

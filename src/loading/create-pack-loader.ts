import type { Day } from '../core/claims/calendar.ts';
import type { HeldReading, PackReading } from '../core/claims/pack-reading.ts';
import { createFlag, type Flag, raise } from './flag.ts';
import type { HeldLoad } from './held-store.ts';
import { createSpareLoader, type LoadingOptions, loadPacksApart } from './load-packs-apart.ts';

/** As `loadPacksApart` does. */
export type LoadPacks = (
  dir: string,
  today: Day,
  held: readonly string[],
  options: Pick<LoadingOptions, 'copies'>,
) => Promise<PackReading | HeldReading>;

export interface PackLoaderOptions
  extends Omit<LoadingOptions, 'snapshot' | 'copies' | 'outdated' | 'spare' | 'had'> {
  readonly spareAfterMs?: number;
}

/** What was loaded has been kept by then, and whoever asked one question only has left. */
const calmMs = 10_000;

/**
 * Loads the packs of a program that goes on, now and again. Of loads that follow each other sooner than a little that has changed is kept,
 * the last one keeps it.
 * @param options as those of `loadPacksApart`
 * @param options.spareAfterMs when, after a load, the thread for the next one is made
 */
export function createPackLoader(
  snapshot: string,
  { spareAfterMs = calmMs, ...options }: PackLoaderOptions = {},
): LoadPacks {
  let latest: Flag | undefined;
  let had: (() => HeldLoad | undefined) | undefined;
  const spare = createSpareLoader(options, spareAfterMs);
  return async (dir, today, held, { copies = {} }) => {
    const outdated = createFlag();
    const reading = await loadPacksApart(dir, today, held, {
      ...options,
      snapshot,
      copies,
      outdated,
      spare,
      had: had?.(),
    });
    spare.prepare();
    // One that read nothing new keeps nothing, either.
    if (!reading.ok || 'held' in reading) return reading;
    if (latest) raise(latest);
    latest = outdated;
    had = rememberLoad(reading);
    return reading;
  };
}

/** What is held of a load for as long as something else holds it, too, which is while it is answered from. */
function rememberLoad({
  fingerprint,
  prepared = [],
}: Extract<PackReading, { readonly ok: true }>): () => HeldLoad | undefined {
  const stores = prepared.map((shelf) => shelf && new WeakRef(shelf.store));
  return () => {
    const held = stores.map((store) => store?.deref()).filter((store) => store !== undefined);
    return held.length === stores.length ? { fingerprint, stores: held } : undefined;
  };
}

import type { MatcherStore } from '../matching/matcher.ts';
import type { EarlierLoad, HandedLoad } from './prepare-load.ts';

/** What the thread that answers holds of the load that it was handed last: of shelves found in just that, nothing has to be handed again. */
export interface HeldLoad {
  readonly fingerprint: string;
  /** What each shelf is looked up in. */
  readonly stores: readonly MatcherStore[];
}

/** In place of a store: the number of its shelf in the load that is held. */
const name = 'heldShelf';

/** A load of an earlier time, for who makes one over it for a thread that holds it. */
export function withHeldStores(earlier: EarlierLoad): EarlierLoad {
  return {
    ...earlier,
    prepared: earlier.prepared.map(({ tables }, shelf) => {
      return { tables, store: { [name]: Uint32Array.of(shelf) } };
    }),
  };
}

/** The load with the stores themselves; undefined where one can no longer be had. */
export function withStores<Some extends Pick<HandedLoad, 'prepared'>>(
  load: Some,
  storeOf: (shelf: number) => MatcherStore | undefined,
): Some | undefined {
  const prepared = load.prepared.flatMap(({ tables, store }) => {
    const shelf = heldShelfOf(store);
    const own = shelf === undefined ? store : storeOf(shelf);
    return own ? { tables, store: own } : [];
  });
  return prepared.length === load.prepared.length ? { ...load, prepared } : undefined;
}

function heldShelfOf(store: MatcherStore): number | undefined {
  const shelf = store[name];
  return shelf instanceof Uint32Array ? shelf[0] : undefined;
}

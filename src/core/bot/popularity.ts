import type { ClaimRef } from '../claims/claim.ts';

/** How often each claim was asked for since the start; nobody and no text is remembered. */
export interface Popularity {
  add(ref: ClaimRef): void;
  /** The most asked first. */
  top(): readonly ClaimRef[];
}

export function createPopularity(): Popularity {
  const counts = new Map<ClaimRef, number>();
  return {
    add(ref) {
      counts.set(ref, (counts.get(ref) ?? 0) + 1);
    },
    top: () => [...counts].toSorted(([, one], [, other]) => other - one).map(([ref]) => ref),
  };
}

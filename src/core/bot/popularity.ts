import type { ClaimRef } from '../claims/claim.ts';
import type { CommunityKey } from '../keys.ts';

/** How often each claim was told to a channel of each community since the start; nobody and no text is remembered. */
export interface Popularity {
  add(community: CommunityKey, ref: ClaimRef): void;
  /** The community's most told claims first; none that was told so seldom that it would tell of one conversation. */
  top(community: CommunityKey | undefined): readonly ClaimRef[];
}

/** What was told less often is nobody's habit yet. */
const fewest = 3;

export function createPopularity(): Popularity {
  const counts = new Map<CommunityKey, Map<ClaimRef, number>>();
  return {
    add(community, ref) {
      const told = counts.get(community) ?? new Map<ClaimRef, number>();
      counts.set(community, told.set(ref, (told.get(ref) ?? 0) + 1));
    },
    top: (community) =>
      [...((community && counts.get(community)) ?? [])]
        .filter(([, count]) => count >= fewest)
        .toSorted(([, one], [, other]) => other - one)
        .map(([ref]) => ref),
  };
}

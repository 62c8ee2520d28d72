import { once } from '../../packed/once.ts';
import { bestOf } from './best-of.ts';
import type { Day } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { Claims } from './claim-list.ts';
import type { ClaimShelf } from './claim-shelf.ts';
import { startsAfter } from './pack-starts.ts';
import {
  type ClaimCounts,
  type ClaimQuery,
  type FoundPlaces,
  type ListedState,
  openShelfLists,
  type ShelfLists,
} from './shelf-lists.ts';

/** Claims that were found, of which few are looked at: no list of them is made. */
export interface FoundClaims {
  readonly total: number;
  /** In order, at most `count`, from the one at `from` on. */
  slice(from: number, count: number): readonly Claim[];
}

export interface Dated {
  readonly claim: Claim;
  readonly on: Day;
}

/** Lists and counts over some packs, which touch no claim that they don't show. */
export interface ClaimLists {
  /** Topics in use, sorted. */
  topics(): readonly string[];
  /** All claims for the words, best first; without words all of them, in the order of their shelves and packs. */
  search(query: ClaimQuery): FoundClaims;
  /** Some claims whose id, or pack and id, begin so. */
  named(beginning: string, most: number): readonly Claim[];
  /** The claims that are no drafts and were added, or corrected, last; none of which it is not known when. */
  latest(what: 'added' | 'corrected', most: number): readonly Dated[];
  /** Those in a state on a day, in the order of their shelves and packs. */
  inState(state: ListedState, today: Day): FoundClaims;
  count(today: Day): ClaimCounts;
  /** How many are no drafts. */
  countPublished(): number;
}

/** Opens the lists over the packs of these names; null for all. */
export type OpenLists = (names: readonly string[] | null) => ClaimLists;

/** A shelf with its lists over the packs that were chosen. */
interface Listed {
  readonly claims: Claims;
  readonly lists: ShelfLists;
}

export function openClaimLists(shelves: readonly ClaimShelf[]): OpenLists {
  const bestFirst = createBestFirst(shelves);
  const opened = shelves.map(({ claims, ...shelf }) => ({ claims, open: openShelfLists(shelf) }));
  return (names) => {
    const listed = opened.map(({ claims, open }): Listed => ({ claims, lists: open(names) }));
    return {
      topics: () => [...new Set(listed.flatMap(({ lists }) => lists.topics()))].sort(),
      search: (query) =>
        query.words.trim()
          ? bestFirst(listed, query)
          : inOrder(listed, (lists) => lists.inOrder(query)),
      inState: (state, today) => inOrder(listed, (lists) => lists.inState(state, today)),
      countPublished: () => listed.reduce((sum, { lists }) => sum + lists.countPublished(), 0),
      named: (beginning, most) =>
        listed
          .flatMap(({ claims, lists }) => claimsAt(claims, lists.named(beginning, most)))
          .slice(0, most),
      latest: (what, most) =>
        listed
          .flatMap(({ claims, lists }) =>
            lists.latest(what, most).flatMap(({ place, on }) => {
              const claim = claims.at(place);
              return claim ? [{ claim, on }] : [];
            }),
          )
          .sort((one, other) => other.on.localeCompare(one.on))
          .slice(0, most),
      count(today) {
        const counts = listed.map(({ lists }) => lists.count(today));
        return {
          verdicts: sumOf(counts.map(({ verdicts }) => verdicts)),
          states: sumOf(counts.map(({ states }) => states)),
          packs: counts.flatMap(({ packs }) => packs),
        };
      },
    };
  };
}

function inOrder(listed: readonly Listed[], find: (lists: ShelfLists) => FoundPlaces): FoundClaims {
  const found = listed.map(({ claims, lists }) => ({ claims, places: find(lists) }));
  return {
    total: found.reduce((sum, { places }) => sum + places.total, 0),
    slice(from, count) {
      const shown: Claim[] = [];
      let before = 0;
      for (const { claims, places } of found) {
        const first = Math.max(0, from - before);
        shown.push(...claimsAt(claims, places.slice(first, count - shown.length)));
        before += places.total;
      }
      return shown;
    },
  };
}

/** What counts of a find on a shelf, from one shelf to the next: of about equally good ones those of earlier shelves go first. */
const worthOfLaterShelf = 0.85;

/**
 * Sorts no more than is asked for. What the words come to is worked out anew for each page: to keep it would hold a number for
 * each of the claims.
 */
function createBestFirst(shelves: readonly ClaimShelf[]) {
  // Made once, as where the shelves are searched.
  let scores = new Float32Array(0);

  function search(listed: readonly Listed[], query: ClaimQuery) {
    const found = listed.map(({ lists }) => lists.forWords(query));
    const starts = startsAfter(found.map(({ places }) => places.length));
    return { found, starts, total: starts.at(-1) ?? 0 };
  }

  function best(listed: readonly Listed[], query: ClaimQuery, from: number, count: number) {
    const { found, starts, total } = search(listed, query);
    if (scores.length < total) {
      scores = new Float32Array(shelves.reduce((sum, { claims }) => sum + claims.length, 0));
    }
    for (const [shelf, { scores: worth }] of found.entries()) {
      const start = starts[shelf] ?? 0;
      const weight = worthOfLaterShelf ** shelf;
      for (let at = 0; at < worth.length; at += 1) {
        scores[start + at] = (worth[at] as number) * weight;
      }
    }
    return bestOf(scores.subarray(0, total), from, count).flatMap((at) => {
      const shelf = starts.findLastIndex((start) => start <= at);
      const place = found[shelf]?.places[at - (starts[shelf] ?? 0)] ?? -1;
      return listed[shelf]?.claims.at(place) ?? [];
    });
  }

  return (listed: readonly Listed[], query: ClaimQuery): FoundClaims => {
    const total = once(() => search(listed, query).total);
    return {
      get total() {
        return total();
      },
      slice: (from, count) => best(listed, query, from, count),
    };
  };
}

function claimsAt(claims: Claims, places: readonly number[]): readonly Claim[] {
  return places.flatMap((place) => claims.at(place) ?? []);
}

function sumOf<Key>(counts: readonly ReadonlyMap<Key, number>[]): ReadonlyMap<Key, number> {
  const sum = new Map<Key, number>();
  for (const [key, count] of counts.flatMap((some) => [...some])) {
    sum.set(key, (sum.get(key) ?? 0) + count);
  }
  return sum;
}

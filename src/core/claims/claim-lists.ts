import type { Day } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { Claims } from './claim-list.ts';
import type { ClaimShelf } from './claim-shelf.ts';
import {
  type ClaimCounts,
  type ClaimQuery,
  type FoundPlaces,
  type ListedState,
  openShelfLists,
  type ShelfLists,
} from './shelf-lists.ts';
import { sortRange } from './sort-range.ts';

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

/** Sorts no more than is asked for. */
function bestFirst(listed: readonly Listed[], query: ClaimQuery): FoundClaims {
  const found = listed.map(({ lists }) => lists.forWords(query));
  const total = found.reduce((sum, { places }) => sum + places.length, 0);
  const scores = new Float32Array(total);
  const shelves = new Uint8Array(total);
  const places = new Uint32Array(total);
  let end = 0;
  for (const [shelf, { places: onShelf, scores: worth }] of found.entries()) {
    shelves.fill(shelf, end, end + onShelf.length);
    places.set(onShelf, end);
    for (let at = 0; at < worth.length; at += 1) {
      scores[end + at] = (worth[at] as number) * worthOfLaterShelf ** shelf;
    }
    end += onShelf.length;
  }
  const order = new Uint32Array(total);
  for (let at = 0; at < total; at += 1) order[at] = at;
  const comesFirst = (one: number, other: number): boolean => {
    const difference = (scores[one] as number) - (scores[other] as number);
    return difference > 0 || (difference === 0 && one < other);
  };
  return {
    total,
    slice(from, count) {
      const to = from + count;
      sortRange(order, { from, to }, comesFirst);
      return [...order.subarray(from, to)].flatMap(
        (at) => listed[shelves[at] as number]?.claims.at(places[at] as number) ?? [],
      );
    },
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

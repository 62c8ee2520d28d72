import type { Claim } from '../core/claims/claim.ts';
import { type Claims, joinClaims } from '../core/claims/claim-list.ts';
import { type PackedPacks, sizedPacks } from '../core/claims/open-packs.ts';
import type { Pack } from '../core/claims/pack.ts';
import { startsOf } from '../core/claims/pack-starts.ts';
import { earlierPlaceIn, formerPlaceIn } from '../core/claims/renewed-claims.ts';
import { shelve } from '../core/claims/shelves.ts';
import { openTexts } from '../packed/packed-texts.ts';

/** Where packs of an earlier time began, by their names: among the claims of all packs, and on their shelf. */
export type PackStarts = ReadonlyMap<string, PackStart>;

interface PackStart {
  readonly place: number;
  readonly shelf: number;
  readonly onShelf: number;
}

export function startsOfPacks(packs: PackedPacks['packs']): PackStarts {
  const sized = sizedPacks(packs);
  const places = startsOf(sized);
  const starts = new Map<string, PackStart>();
  for (const [shelf, held] of shelve(sized).entries()) {
    const startsOnShelf = startsOf(held);
    for (const [at, { name, number }] of held.entries()) {
      starts.set(name, { place: places[number] ?? 0, shelf, onShelf: startsOnShelf[at] ?? 0 });
    }
  }
  return starts;
}

/** Where claims of packs stood, one pack after the other; -1 for one that is new or another. */
export interface EarlierPlaces {
  /** Of one that is another, that of the claim of its id. */
  readonly shelves: Int32Array;
  /** Among those of all packs. */
  readonly all: Int32Array;
  readonly onShelf: Int32Array;
  /** Of one that is another, where the claim of its id stood among all, and on its shelf. */
  readonly others: ReadonlyMap<number, Pick<PackStart, 'place' | 'onShelf'>>;
}

export function placesIn(starts: PackStarts, packs: readonly Pack[]): EarlierPlaces {
  const length = packs.reduce((sum, { claims }) => sum + claims.length, 0);
  const shelves = new Int32Array(length).fill(-1);
  const all = shelves.slice();
  const onShelf = shelves.slice();
  const others = new Map<number, Pick<PackStart, 'place' | 'onShelf'>>();
  let next = 0;
  for (const { name, claims } of packs) {
    const start = starts.get(name);
    for (let at = 0; at < claims.length; at += 1, next += 1) {
      if (start === undefined) continue;
      const earlier = earlierPlaceIn(claims, at);
      const former = earlier ?? formerPlaceIn(claims, at);
      if (former === undefined) continue;
      shelves[next] = start.shelf;
      if (earlier === undefined) {
        others.set(next, { place: start.place + former, onShelf: start.onShelf + former });
      } else {
        all[next] = start.place + former;
        onShelf[next] = start.onShelf + former;
      }
    }
  }
  return { shelves, all, onShelf, others };
}

export function placeAmong(places: Int32Array | undefined, place: number): number | undefined {
  const among = places?.[place] ?? -1;
  return among < 0 ? undefined : among;
}

/** Where the claims of their ids stood on a shelf, be they others by now. */
export function formerPlacesOnShelf({ onShelf, others }: EarlierPlaces): Int32Array {
  const former = onShelf.slice();
  for (const [place, before] of others) former[place] = before.onShelf;
  return former;
}

/**
 * Where claims stood on a shelf that say the same in some respect, be they others otherwise: of a claim that was only looked at again,
 * for one, no word has changed.
 * @param said what they say in that respect
 */
export function placesOfSame(
  packs: readonly Pack[],
  { onShelf, others }: EarlierPlaces,
  before: Pick<PackedPacks, 'claims'>,
  said: (claim: Claim) => string,
): Int32Array {
  const same = onShelf.slice();
  const now: Claims = joinClaims(packs.map(({ claims }) => claims));
  const texts = openTexts(before.claims);
  for (const [place, former] of others) {
    const claim = now.at(place);
    const was = JSON.parse(texts.at(former.place)) as Claim;
    if (claim && said(claim) === said(was)) same[place] = former.onShelf;
  }
  return same;
}

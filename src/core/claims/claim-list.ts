import { hashOf } from '../../packed/packed-strings.ts';
import type { Claim } from './claim.ts';
import { claimDigest } from './claim-digest.ts';
import { holdsAny } from './shared-hashes.ts';
import { hashesOfTexts } from './text-keys.ts';

/** Claims in an order, of which each may be made only when it is asked for: walking over all of them makes them all. */
export interface Claims extends Iterable<Claim> {
  readonly length: number;
  /** @param place from 0 */
  at(place: number): Claim | undefined;
}

/** The ids of claims in one pack, for which no claim is made. */
export interface ClaimIds {
  at(place: number): string | undefined;
  /** The place of the claim of that id, or -1. */
  find(id: string): number;
  /** Whether that is the id at a place, where it costs less to tell than to find one. */
  isAt?(place: number, id: string): boolean;
}

/** Claims of one pack that are made when they are asked for. Two that were made for one place are equal, and need not be the same. */
export interface ClaimsOnDemand extends Claims {
  readonly ids: ClaimIds;
  /** The places of those that may hold a text of one of these keys (`wordingKey`); not many others. */
  mayHold(keys: ReadonlySet<string>): readonly number[];
  /** Hashes of the keys of all texts of the claim at a place, its own first, where they are kept beside it. */
  textHashesAt?(place: number): ArrayLike<number>;
  /** As `claimDigest` makes it, where it is kept beside the claim. */
  digestAt?(place: number): bigint | undefined;
}

/** The claims of a pack: as they were read, or packed until they are asked for. */
export type ClaimList = readonly Claim[] | ClaimsOnDemand;

export function idsOf(claims: ClaimList): ClaimIds {
  if ('ids' in claims) return claims.ids;
  const places = new Map<string, number>();
  // Of two with one id, which no valid pack has, the first.
  for (let place = claims.length - 1; place >= 0; place -= 1) {
    places.set(claims[place]?.id ?? '', place);
  }
  return { at: (place) => claims[place]?.id, find: (id) => places.get(id) ?? -1 };
}

/** Finds claims by their ids, sooner where they are asked for in their order. */
export function createIdFinder(ids: ClaimIds): (id: string) => number {
  let next = 0;
  return (id) => {
    const place = ids.isAt?.(next, id) ? next : ids.find(id);
    if (place >= 0) next = place + 1;
    return place;
  };
}

/** Hashes of the keys of all texts of the claim at a place, its own first. */
export function textHashesAt(claims: ClaimList, place: number): ArrayLike<number> {
  if ('ids' in claims && claims.textHashesAt) return claims.textHashesAt(place);
  const claim = claims.at(place);
  return claim ? hashesOfTexts(claim) : [];
}

/** The places of the claims that may hold a text of one of these keys (`wordingKey`). */
export function placesThatMayHold(claims: ClaimList, keys: ReadonlySet<string>): readonly number[] {
  if ('ids' in claims) return claims.mayHold(keys);
  const wanted = new Set(Array.from(keys, hashOf));
  return [...claims.keys()].filter((place) => holdsAny(textHashesAt(claims, place), wanted));
}

export function digestAt(claims: ClaimList, place: number): bigint | undefined {
  if ('ids' in claims && claims.digestAt) return claims.digestAt(place);
  const claim = claims.at(place);
  return claim && claimDigest(claim);
}

/** @param make makes the claim of a place that is one */
export function claimsOnDemand(
  length: number,
  make: (place: number) => Claim | undefined,
  beside: Omit<ClaimsOnDemand, keyof Claims>,
): ClaimsOnDemand {
  const at = (place: number): Claim | undefined =>
    place >= 0 && place < length ? make(place) : undefined;
  return {
    ...beside,
    length,
    at,
    *[Symbol.iterator]() {
      for (let place = 0; place < length; place += 1) {
        const claim = at(place);
        if (claim) yield claim;
      }
    },
  };
}

/** The claims of several lists, one list after the other. */
export function joinClaims(lists: readonly Claims[]): Claims {
  return {
    length: lists.reduce((sum, { length }) => sum + length, 0),
    at(place) {
      if (place < 0) return undefined;
      let before = 0;
      for (const list of lists) {
        if (place < before + list.length) return list.at(place - before);
        before += list.length;
      }
      return undefined;
    },
    *[Symbol.iterator]() {
      for (const list of lists) yield* list;
    },
  };
}

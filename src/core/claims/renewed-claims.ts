import { hashOf } from '../../packed/packed-strings.ts';
import type { Claim } from './claim.ts';
import { claimDigest } from './claim-digest.ts';
import {
  type ClaimList,
  type ClaimsOnDemand,
  claimsOnDemand,
  digestAt,
  idsOf,
  textHashesAt,
} from './claim-list.ts';
import { hashesOfTexts } from './text-keys.ts';

/** Claims of which most are as they were in an earlier list; of these none is made that is not asked for. */
export interface RenewedClaims extends ClaimsOnDemand {
  /** Where the claim at a place stood in the earlier list; undefined for one that is new or another. */
  earlierPlaceOf(place: number): number | undefined;
  /** The same where the claim there may have become another of its id; undefined where there was none of it. */
  formerPlaceOf(place: number): number | undefined;
}

/** @param entries a claim that is new or another, or the place of one in the earlier list */
export function renewClaims(
  earlier: ClaimList,
  entries: readonly (Claim | number)[],
): RenewedClaims {
  const earlierIds = idsOf(earlier);
  const idAt = (place: number): string | undefined => {
    const entry = entries[place];
    return typeof entry === 'number' ? earlierIds.at(entry) : entry?.id;
  };
  const hashesAt = (place: number): ArrayLike<number> => {
    const entry = entries[place];
    return typeof entry === 'number'
      ? textHashesAt(earlier, entry)
      : entry
        ? hashesOfTexts(entry)
        : [];
  };
  let placesById: Map<string, number> | undefined;
  const list = claimsOnDemand(
    entries.length,
    (place) => {
      const entry = entries[place];
      return typeof entry === 'number' ? earlier.at(entry) : entry;
    },
    {
      ids: {
        at: idAt,
        find(id) {
          placesById ??= new Map(entries.map((_, place) => [idAt(place) ?? '', place]));
          return placesById.get(id) ?? -1;
        },
      },
      mayHold(keys) {
        const wanted = new Set(Array.from(keys, hashOf));
        return [...entries.keys()].filter((place) =>
          Array.from(hashesAt(place)).some((hash) => wanted.has(hash)),
        );
      },
      textHashesAt: hashesAt,
      digestAt(place) {
        const entry = entries[place];
        return typeof entry === 'number' ? digestAt(earlier, entry) : entry && claimDigest(entry);
      },
    },
  );
  return {
    ...list,
    earlierPlaceOf(place) {
      const entry = entries[place];
      return typeof entry === 'number' ? entry : undefined;
    },
    formerPlaceOf(place) {
      const entry = entries[place];
      if (typeof entry === 'number') return entry;
      const former = entry ? earlierIds.find(entry.id) : -1;
      return former < 0 ? undefined : former;
    },
  };
}

/** The same claims as in the earlier list. */
export function sameClaims(earlier: ClaimList): RenewedClaims {
  const places = Array.from({ length: earlier.length }, (_, place) => place);
  return { ...renewClaims(earlier, places), ids: idsOf(earlier) };
}

/**
 * Claims as they were made anew, of which those that equal one of the earlier list, by id, count as that.
 * @param claims each, or the place of one in the earlier list
 */
export function recogniseClaims(
  earlier: ClaimList,
  claims: Iterable<Claim | number>,
): RenewedClaims {
  const ids = idsOf(earlier);
  return renewClaims(
    earlier,
    Array.from(claims, (claim) => {
      if (typeof claim === 'number') return claim;
      const place = ids.find(claim.id);
      return place >= 0 && digestAt(earlier, place) === claimDigest(claim) ? place : claim;
    }),
  );
}

/** Where the claim at a place of a list stood in the list that it was made from; undefined where it was made from none. */
export function earlierPlaceIn(claims: ClaimList, place: number): number | undefined {
  return isRenewed(claims) ? claims.earlierPlaceOf(place) : undefined;
}

/** Where the claim of that id stood in it, be it another one by now. */
export function formerPlaceIn(claims: ClaimList, place: number): number | undefined {
  return isRenewed(claims) ? claims.formerPlaceOf(place) : undefined;
}

function isRenewed(claims: ClaimList): claims is RenewedClaims {
  return 'earlierPlaceOf' in claims;
}

import { openPlaces, type PlacesByKey } from '../../packed/packed-places.ts';
import { isStringAt, type PackedStrings, type StringList } from '../../packed/packed-strings.ts';
import { openTexts, type PackedTexts } from '../../packed/packed-texts.ts';
import type { Claim } from './claim.ts';
import { type ClaimIds, claimsOnDemand } from './claim-list.ts';
import type { PreparedLookups } from './claim-tables.ts';
import type { Pack, PackHead } from './pack.ts';
import { startsOf } from './pack-starts.ts';
import { shelve } from './shelves.ts';
import { placesOfKeys, textKeysAt } from './text-keys.ts';

/** Packs as they go between threads and on to disk: none of their claims is an object. */
export interface PackedPacks {
  readonly packs: readonly { readonly about: PackHead; readonly claims: number }[];
  /** Of all packs, in their order, each as JSON. */
  readonly claims: PackedTexts;
  /** Of each shelf. */
  readonly prepared: readonly PreparedLookups[];
}

/** The packs, with claims that are made when they are asked for. Takes no longer for many claims than for few. */
export function openPacks({
  packs,
  claims,
  prepared,
}: Omit<PackedPacks, 'prepared'> & {
  readonly prepared: readonly Pick<PreparedLookups, 'tables'>[];
}): readonly Pack[] {
  const claimAt = createClaimMaker(openTexts(claims));
  const sized = sizedPacks(packs);
  const starts = startsOf(sized);
  const opened: Pack[] = [];
  for (const [place, shelf] of shelve(sized).entries()) {
    const tables = prepared[place]?.tables;
    if (!tables) throw new Error('Packs were handed over without what they are looked up in.');
    const keys = openPlaces(tables.ids);
    const startsOnShelf = startsOf(shelf);
    for (const [onShelf, { number, claims: sizes, ...about }] of shelf.entries()) {
      const { length } = sizes;
      const start = starts[number] ?? 0;
      const from = startsOnShelf[onShelf] ?? 0;
      const claims = claimsOnDemand(length, (at) => claimAt(start + at), {
        ids: idsFrom({ ...keys, numbers: tables.idNumbers, packed: tables.ids.keys }, from, length),
        mayHold: (texts) =>
          placesOfKeys(tables.textKeys, texts, [from, from + length]).map((at) => at - from),
        textHashesAt: (at) => textKeysAt(tables.textKeys, from + at),
        digestAt: (at) => tables.digests[from + at],
      });
      opened[number] = { ...about, claims };
    }
  }
  return opened;
}

/** The packs with as many claims as they have, and with their numbers. */
export function sizedPacks(packs: PackedPacks['packs']) {
  return packs.map(({ about, claims: length }, number) => {
    return { ...about, number, claims: { length } };
  });
}

/** So many claims at most are held as objects: those that were asked for last. */
const mostHeld = 500;

function createClaimMaker(texts: StringList): (place: number) => Claim {
  const held = new Map<number, Claim>();
  return (place) => {
    // Whoever packed them had them as claims, and their bytes were looked at since.
    const claim = held.get(place) ?? (JSON.parse(texts.at(place)) as Claim);
    held.delete(place);
    held.set(place, claim);
    if (held.size > mostHeld) {
      const [oldest] = held.keys();
      if (oldest !== undefined) held.delete(oldest);
    }
    return claim;
  };
}

interface ShelfIds extends PlacesByKey {
  /** The number of the id at each place. */
  readonly numbers: Uint32Array;
  readonly packed: PackedStrings;
}

/** The ids of one pack on a shelf. */
function idsFrom(
  { keys, find, at, numbers, packed }: ShelfIds,
  start: number,
  length: number,
): ClaimIds {
  return {
    at: (place) =>
      place >= 0 && place < length ? keys.at(numbers[start + place] ?? -1) : undefined,
    find(id) {
      const place = at(find(id)).find((one) => one >= start && one < start + length);
      return place === undefined ? -1 : place - start;
    },
    isAt: (place, id) => place < length && isStringAt(packed, numbers[start + place] as number, id),
  };
}

import {
  createPlaceFinder,
  hashStrings,
  openStrings,
  type PackedStrings,
  type Slots,
  type StringList,
} from './packed-strings.ts';

/** The places that belong to each of several keys, in typed arrays. */
export type PackedPlaces = {
  readonly keys: PackedStrings;
  readonly slots: Slots;
  /** The places from `starts[i]` to `starts[i + 1]` belong to key `i`. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly places: Uint32Array<ArrayBuffer>;
};

export interface PlacesByKey {
  readonly keys: StringList;
  /** The number of a key, or -1. */
  find(key: string): number;
  /** The places of a key by its number, in the order given; none for -1. */
  at(number: number): Uint32Array;
}

/**
 * Packs entries, each a key by its number and a place. The places of a key come in the order of the entries; one that the key had
 * just before is left out.
 */
export function packEntries(
  keys: PackedStrings,
  numbers: Uint32Array,
  entries: Uint32Array,
): PackedPlaces {
  const length = keys.starts.length - 1;
  const eachNew = (visit: (number: number, place: number) => void): void => {
    const last = new Int32Array(length).fill(-1);
    for (let entry = 0; entry < entries.length; entry += 1) {
      const number = numbers[entry] as number;
      const place = entries[entry] as number;
      if (last[number] !== place) visit(number, place);
      last[number] = place;
    }
  };
  const starts = new Uint32Array(length + 1);
  eachNew((number) => {
    starts[number + 1] = (starts[number + 1] as number) + 1;
  });
  for (let number = 0; number < length; number += 1) {
    starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  }
  const places = new Uint32Array(starts[length] as number);
  const next = starts.slice();
  eachNew((number, place) => {
    const at = next[number] as number;
    places[at] = place;
    next[number] = at + 1;
  });
  return { keys, slots: hashStrings(keys), starts, places };
}

export function openPlaces({ keys, slots, starts, places }: PackedPlaces): PlacesByKey {
  return {
    keys: openStrings(keys),
    find: createPlaceFinder(keys, slots),
    at: (number) => (number < 0 ? none : places.subarray(starts[number], starts[number + 1])),
  };
}

/** The numbers of the keys that each place has, in their order: those from `starts[i]` to `starts[i + 1]` are of place `i`. */
export function numbersByPlace(
  { starts: startsOfKeys, places }: PackedPlaces,
  length: number,
): { readonly starts: Uint32Array; readonly numbers: Uint32Array } {
  const starts = new Uint32Array(length + 1);
  for (const place of places) starts[place + 1] = (starts[place + 1] as number) + 1;
  for (let place = 0; place < length; place += 1) {
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number);
  }
  const next = starts.slice();
  const numbers = new Uint32Array(places.length);
  for (let number = 0; number + 1 < startsOfKeys.length; number += 1) {
    const end = startsOfKeys[number + 1] as number;
    for (let at = startsOfKeys[number] as number; at < end; at += 1) {
      const place = places[at] as number;
      numbers[next[place] as number] = number;
      next[place] = (next[place] as number) + 1;
    }
  }
  return { starts, numbers };
}

const none = new Uint32Array();

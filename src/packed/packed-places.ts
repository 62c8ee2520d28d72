import {
  createPlaceFinder,
  hashStrings,
  openStrings,
  type PackedStrings,
  packStrings,
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

/** Collects the places of keys, each once for a key as long as they come in ascending order. */
export function addPlace(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else if (known.at(-1) !== place) known.push(place);
}

export function packPlaces(placesByKey: ReadonlyMap<string, readonly number[]>): PackedPlaces {
  const keys = [...placesByKey.keys()];
  const starts = new Uint32Array(keys.length + 1);
  let size = 0;
  let number = 0;
  for (const places of placesByKey.values()) {
    size += places.length;
    number += 1;
    starts[number] = size;
  }
  const all = new Uint32Array(size);
  number = 0;
  for (const places of placesByKey.values()) {
    all.set(places, starts[number]);
    number += 1;
  }
  return { keys: packStrings(keys), slots: hashStrings(keys), starts, places: all };
}

export function openPlaces({ keys, slots, starts, places }: PackedPlaces): PlacesByKey {
  return {
    keys: openStrings(keys),
    find: createPlaceFinder(keys, slots),
    at: (number) => (number < 0 ? none : places.subarray(starts[number], starts[number + 1])),
  };
}

const none = new Uint32Array();

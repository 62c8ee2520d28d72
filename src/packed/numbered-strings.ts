import { growingArray } from './growing-array.ts';
import {
  createPlaceFinder,
  hashStrings,
  noStrings,
  type PackedStrings,
  packStrings,
  pickStrings,
} from './packed-strings.ts';

/**
 * Strings numbered from 0 in the order in which they are met, each once. Those of an earlier list are added by their place in it,
 * without any of them becoming a string again.
 */
export interface NumberedStrings {
  numberOf(string: string): number;
  /** The number of the string at a place of the earlier list. */
  numberOfEarlier(place: number): number;
  /** Writes the numbers of the strings at some places of the earlier list. */
  numberEarlier(places: Uint32Array, to: Uint32Array): void;
  finish(): {
    readonly strings: PackedStrings;
    /** For each string its place in the earlier list, or -1. */
    readonly origins: Int32Array<ArrayBuffer>;
  };
}

export function numberStrings(earlier: PackedStrings = noStrings): NumberedStrings {
  let findEarlier: ((string: string) => number) | undefined;
  const numbersNow = new Int32Array(earlier.starts.length - 1).fill(-1);
  const numbersOfNew = new Map<string, number>();
  const origins = growingArray(earlier.starts.length);

  const numberOfEarlier = (place: number): number => {
    const known = numbersNow[place] as number;
    if (known >= 0) return known;
    const number = origins.length();
    numbersNow[place] = number;
    origins.push(place);
    return number;
  };
  return {
    numberOfEarlier,
    numberEarlier(places, to) {
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] as number;
        const known = numbersNow[place] as number;
        to[at] = known >= 0 ? known : numberOfEarlier(place);
      }
    },
    numberOf(string) {
      const known = numbersOfNew.get(string);
      if (known !== undefined) return known;
      findEarlier ??= createPlaceFinder(earlier, hashStrings(earlier));
      const place = findEarlier(string);
      if (place >= 0) return numberOfEarlier(place);
      const number = origins.length();
      numbersOfNew.set(string, number);
      origins.push(ofNone);
      return number;
    },
    finish() {
      const added = packStrings([...numbersOfNew.keys()]);
      const found = origins.finish();
      const picked = found.slice();
      let next = earlier.starts.length - 1;
      for (let number = 0; number < picked.length; number += 1) {
        if (picked[number] !== ofNone) continue;
        picked[number] = next;
        next += 1;
      }
      return {
        strings: pickStrings(picked, earlier, added),
        origins: new Int32Array(found.buffer, found.byteOffset, found.length),
      };
    },
  };
}

/** -1 among numbers without a sign. */
const ofNone = 0xffff_ffff;

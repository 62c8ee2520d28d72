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
  const origins: number[] = [];

  const numberOfEarlier = (place: number): number => {
    const known = numbersNow[place] as number;
    if (known >= 0) return known;
    numbersNow[place] = origins.length;
    return origins.push(place) - 1;
  };
  return {
    numberOfEarlier,
    numberOf(string) {
      const known = numbersOfNew.get(string);
      if (known !== undefined) return known;
      findEarlier ??= createPlaceFinder(earlier, hashStrings(earlier));
      const place = findEarlier(string);
      if (place >= 0) return numberOfEarlier(place);
      numbersOfNew.set(string, origins.length);
      return origins.push(-1) - 1;
    },
    finish() {
      const added = packStrings([...numbersOfNew.keys()]);
      let next = earlier.starts.length - 2;
      const picked = Uint32Array.from(origins, (place) => {
        if (place >= 0) return place;
        next += 1;
        return next;
      });
      return { strings: pickStrings(picked, earlier, added), origins: Int32Array.from(origins) };
    },
  };
}

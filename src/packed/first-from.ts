import type { StringList } from './packed-strings.ts';

/** The place of the first of sorted words that does not come before the given one, or the end. */
export function firstFrom(sorted: StringList, word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted.at(middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Puts in place, from `from` up to `to`, what would stand there were all sorted: a quicksort that goes on only where the range
 * lies (Hoare, 1961). What comes where must not depend on where items were: no two may be equal.
 */
export function sortRange(
  items: Uint32Array,
  { from, to }: { readonly from: number; readonly to: number },
  comesFirst: (one: number, other: number) => boolean,
): void {
  sortWithin(items, 0, items.length);

  function sortWithin(all: Uint32Array, start: number, end: number): void {
    let low = start;
    let high = end;
    while (high - low > 1 && from < high && to > low) {
      const middle = split(all, low, high, comesFirst);
      // Into the shorter one first, so that no order makes this go deep.
      if (middle - low < high - middle) {
        sortWithin(all, low, middle);
        low = middle;
      } else {
        sortWithin(all, middle, high);
        high = middle;
      }
    }
  }
}

type ComesFirst = (one: number, other: number) => boolean;

/** Parts a range in two, of which all of the first come before all of the second; gives where the second begins. */
function split(items: Uint32Array, low: number, high: number, comesFirst: ComesFirst): number {
  const pivot = middleOf(
    items[low] as number,
    items[(low + high - 1) >>> 1] as number,
    items[high - 1] as number,
    comesFirst,
  );
  let left = low - 1;
  let right = high;
  for (;;) {
    do left += 1;
    while (comesFirst(items[left] as number, pivot));
    do right -= 1;
    while (comesFirst(pivot, items[right] as number));
    if (left >= right) return right + 1;
    const item = items[left] as number;
    items[left] = items[right] as number;
    items[right] = item;
  }
}

/** Never the last of three, so that neither part of a split is empty. */
function middleOf(one: number, two: number, three: number, comesFirst: ComesFirst): number {
  if (comesFirst(one, two)) {
    if (comesFirst(two, three)) return two;
    return comesFirst(one, three) ? three : one;
  }
  if (comesFirst(one, three)) return one;
  return comesFirst(two, three) ? three : two;
}

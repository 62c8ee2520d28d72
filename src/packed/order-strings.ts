import { firstFrom } from './first-from.ts';
import { openStrings, type PackedStrings } from './packed-strings.ts';

/**
 * The places of strings in alphabetical order. Those that are new are put into the order that the others had.
 * @param origins the place that each string had in an earlier list, or -1
 * @param earlierOrder the places of that list in alphabetical order
 */
export function orderStrings(
  packed: PackedStrings,
  origins: Int32Array,
  earlierOrder: Uint32Array = none,
): Uint32Array<ArrayBuffer> {
  const strings = openStrings(packed);
  const placesNow = new Int32Array(earlierOrder.length).fill(-1);
  const added: { readonly string: string; readonly place: number }[] = [];
  for (let place = 0; place < origins.length; place += 1) {
    const origin = origins[place] as number;
    if (origin >= 0) placesNow[origin] = place;
    else added.push({ string: strings.at(place), place });
  }
  added.sort((one, other) => (one.string < other.string ? -1 : 1));
  const known = new Uint32Array(strings.length - added.length);
  let count = 0;
  for (let at = 0; at < earlierOrder.length; at += 1) {
    const place = placesNow[earlierOrder[at] as number] as number;
    if (place === -1) continue;
    known[count] = place;
    count += 1;
  }
  const knownStrings = {
    length: known.length,
    at: (at: number) => strings.at(known[at] as number),
  };
  const order = new Uint32Array(strings.length);
  let taken = 0;
  for (const [before, { string, place }] of added.entries()) {
    const end = firstFrom(knownStrings, string);
    order.set(known.subarray(taken, end), taken + before);
    order[end + before] = place;
    taken = end;
  }
  order.set(known.subarray(taken), taken + added.length);
  return order;
}

const none = new Uint32Array();

import { type Earlier, eachRun, isAsItWas } from '../../packed/earlier.ts';
import { growingArray } from '../../packed/growing-array.ts';
import { type NumberedStrings, numberStrings } from '../../packed/numbered-strings.ts';
import { orderStrings } from '../../packed/order-strings.ts';
import { numbersByPlace, type PackedPlaces, packEntries } from '../../packed/packed-places.ts';
import { noStrings, type PackedStrings, pickStrings } from '../../packed/packed-strings.ts';
import type { Claims } from './claim-list.ts';

interface PackedIds {
  /** Sorted; of two claims with one id, which two packs may have, the earlier one first. */
  readonly ids: PackedPlaces;
  /** The number of each claim's id among them. */
  readonly idNumbers: Uint32Array<ArrayBuffer>;
}

/** Topics, sorted, and ids of claims that were packed before. */
interface PackedNames extends PackedIds {
  readonly topics: PackedPlaces;
}

/** @param earlier what holds those of some of the claims, which are neither made nor sorted again */
export function packIds(claims: Claims, earlier?: Earlier<PackedIds>): PackedIds {
  if (earlier && isAsItWas(claims.length, earlier.made.idNumbers.length, earlier.placeOf)) {
    return { ids: earlier.made.ids, idNumbers: earlier.made.idNumbers };
  }
  const names = numberStrings(earlier?.made.ids.keys);
  const met = new Uint32Array(claims.length);
  eachRun(claims.length, (place) => earlier?.placeOf(place), {
    takeOver(before, count, place) {
      const known = earlier?.made.idNumbers.subarray(before, before + count);
      if (known) names.numberEarlier(known, met.subarray(place));
    },
    make(place) {
      met[place] = names.numberOf(claims.at(place)?.id ?? '');
    },
  });
  return packNames(names, earlier?.made.ids.keys, met, placesUpTo(met.length));
}

/** The same for topics. */
export function packTopics(claims: Claims, earlier?: Earlier<PackedNames>): PackedPlaces {
  if (earlier && isAsItWas(claims.length, earlier.made.idNumbers.length, earlier.placeOf)) {
    return earlier.made.topics;
  }
  const names = numberStrings(earlier?.made.topics.keys);
  const met = growingArray(claims.length);
  const places = growingArray(claims.length);
  const known = earlier && numbersByPlace(earlier.made.topics, earlier.made.idNumbers.length);
  eachRun(claims.length, (place) => earlier?.placeOf(place), {
    takeOver(before, count, place) {
      if (!known) return;
      const { starts, numbers } = known;
      const [start = 0, end = 0] = [starts[before], starts[before + count]];
      names.numberEarlier(numbers.subarray(start, end), met.extend(end - start));
      for (let nth = 0; nth < count; nth += 1) {
        const last = starts[before + nth + 1] as number;
        for (let at = starts[before + nth] as number; at < last; at += 1) places.push(place + nth);
      }
    },
    make(place) {
      for (const topic of claims.at(place)?.topics ?? []) {
        met.push(names.numberOf(topic));
        places.push(place);
      }
    },
  });
  return packNames(names, earlier?.made.topics.keys, met.finish(), places.finish()).ids;
}

/**
 * @param sorted the names of an earlier time
 * @param met the number of each name, by the order in which they were met, and its place
 */
function packNames(
  names: NumberedStrings,
  sorted: PackedStrings = noStrings,
  met: Uint32Array,
  places: Uint32Array,
): PackedIds {
  const { strings, origins } = names.finish();
  const order = orderStrings(strings, origins, placesUpTo(sorted.starts.length - 1));
  const numberOf = new Uint32Array(order.length);
  for (const [number, name] of order.entries()) numberOf[name] = number;
  const idNumbers = new Uint32Array(met.length);
  for (let at = 0; at < met.length; at += 1) idNumbers[at] = numberOf[met[at] as number] as number;
  return { ids: packEntries(pickStrings(order, strings), idNumbers, places), idNumbers };
}

function placesUpTo(length: number): Uint32Array {
  const places = new Uint32Array(length);
  for (let place = 0; place < length; place += 1) places[place] = place;
  return places;
}

import { growingArray } from '../../packed/growing-array.ts';
import { numberStrings } from '../../packed/numbered-strings.ts';
import { packEntries } from '../../packed/packed-places.ts';
import {
  createPlaceFinder,
  hashStrings,
  openStrings,
  packStrings,
} from '../../packed/packed-strings.ts';
import type { Pack } from './pack.ts';
import { kindsOfWords, type SubjectReadings } from './subject-readings.ts';
import { wordKey, wordsOf } from './subject-words.ts';
import type { PackedSubjects } from './subjects.ts';

/** @param readings of the claims of these packs */
export function packSubjects(packs: readonly Pack[], readings: SubjectReadings): PackedSubjects {
  const { wordKeys, starts, places } = readings;
  const words = openStrings(readings.words);
  const isName = findNames(readings);
  const findKey = createPlaceFinder(readings.keys, hashStrings(readings.keys));
  const keys = numberStrings(readings.keys);
  /** Each key as it is written first. */
  const written: string[] = [];
  // Of the words of most claims few are names.
  const likely = starts.length * 2;
  const named = growingArray(likely);
  const about = growingArray(likely);
  const add = (place: number, key: number, write: () => string): void => {
    const number = keys.numberOfEarlier(key);
    if (number === written.length) written.push(write());
    named.push(number);
    about.push(place);
  };
  const addWords = (place: number, kind: number, passes: (key: number) => boolean): void => {
    const run = place * kindsOfWords + kind;
    const end = starts[run + 1] ?? 0;
    for (let at = starts[run] ?? 0; at < end; at += 1) {
      const word = places[at] ?? 0;
      const key = wordKeys[word] ?? 0;
      if (passes(key)) add(place, key, () => words.at(word));
    }
  };
  let place = 0;
  for (const { title, claims } of packs) {
    const titled = wordsOf(title)
      .map((word) => ({ word, key: findKey(wordKey(word)) }))
      .filter(({ key }) => isName[key] === 1);
    for (const end = place + claims.length; place < end; place += 1) {
      addWords(place, 0, (key) => isName[key] === 1);
      for (const { word, key } of titled) add(place, key, () => word);
      addWords(place, 2, () => true);
    }
  }
  return {
    places: packEntries(keys.finish().strings, named.finish(), about.finish()),
    written: packStrings(written),
  };
}

/** 1 for each key whose words are never written small; topics don't count. */
function findNames(readings: SubjectReadings): Uint8Array {
  const { isCapital, wordKeys, starts, places } = readings;
  const keys = readings.keys.starts.length - 1;
  const capital = new Uint8Array(keys);
  const small = new Uint8Array(keys);
  for (let run = 0; run + 1 < starts.length; run += 1) {
    if (run % kindsOfWords === 2) continue;
    const end = starts[run + 1] ?? 0;
    for (let at = starts[run] ?? 0; at < end; at += 1) {
      const word = places[at] ?? 0;
      (isCapital[word] === 1 ? capital : small)[wordKeys[word] ?? 0] = 1;
    }
  }
  return capital.map((has, key) => (has === 1 && small[key] === 0 ? 1 : 0));
}

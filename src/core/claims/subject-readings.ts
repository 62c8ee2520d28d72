import { type Earlier, eachRun } from '../../packed/earlier.ts';
import { growingArray, likelyLength } from '../../packed/growing-array.ts';
import { numberStrings } from '../../packed/numbered-strings.ts';
import { openStrings, type PackedStrings } from '../../packed/packed-strings.ts';
import type { Claim } from './claim.ts';
import type { Claims } from './claim-list.ts';
import { wordKey, wordsOf } from './subject-words.ts';

/** The words of claims that may name something. Nothing of one claim depends on another. */
export type SubjectReadings = {
  /** As they are written, each once, in the order in which they were met. */
  readonly words: PackedStrings;
  /** 1 for each word that is written with a capital. */
  readonly isCapital: Uint8Array<ArrayBuffer>;
  /** The key of each word, by its number among the keys. */
  readonly wordKeys: Uint32Array<ArrayBuffer>;
  /** Each once. */
  readonly keys: PackedStrings;
  /** Three for each claim, where a kind of words begins: of what was said and by whom, of the summary, of topics; and the end. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** The word at each place. */
  readonly places: Uint32Array<ArrayBuffer>;
};

/** All of a claim that its words are read from. */
export function subjectText({ claim, claimant, summary, topics }: Claim): string {
  return JSON.stringify([claim, claimant, summary, topics]);
}

/** How many starts each claim has. */
export const kindsOfWords = 3;

/** Most claims have this many words; others make the array grow. */
const usualWords = 64;

/** @param onClaim called after each */
export function readSubjects(
  claims: Pick<Claims, 'length' | 'at'>,
  earlier?: Earlier<SubjectReadings>,
  onClaim: () => void = () => {},
): SubjectReadings {
  const numbers = numberStrings(earlier?.made.words);
  const starts = growingArray(claims.length * kindsOfWords + 1);
  const before = earlier && {
    length: earlier.made.places.length,
    entries: (earlier.made.starts.length - 1) / kindsOfWords,
  };
  const places = growingArray(likelyLength(claims.length, usualWords, before));
  const read = ({ claim, claimant, summary, topics }: Claim): void => {
    const said = wordsOf(`${claim} ${claimant ?? ''}`);
    for (const words of [said, wordsOf(summary), topics.flatMap((topic) => topic.split('-'))]) {
      starts.push(places.length());
      for (const word of words) places.push(numbers.numberOf(word));
    }
  };
  const takeOver = (made: SubjectReadings, before: number, count: number): void => {
    const runs = made.starts.subarray(before * kindsOfWords, (before + count) * kindsOfWords);
    const start = runs[0] ?? 0;
    const end = made.starts[(before + count) * kindsOfWords] ?? 0;
    const by = places.length() - start;
    const to = starts.extend(runs.length);
    for (let run = 0; run < runs.length; run += 1) to[run] = (runs[run] as number) + by;
    numbers.numberEarlier(made.places.subarray(start, end), places.extend(end - start));
  };
  eachRun(
    claims.length,
    (place) => earlier?.placeOf(place),
    {
      takeOver(before, count) {
        if (earlier) takeOver(earlier.made, before, count);
      },
      make(place) {
        const claim = claims.at(place);
        if (claim) read(claim);
      },
    },
    onClaim,
  );
  starts.push(places.length());
  const { strings, origins } = numbers.finish();
  return {
    words: strings,
    ...readWords(strings, origins, earlier?.made),
    starts: starts.finish(),
    places: places.finish(),
  };
}

function readWords(packed: PackedStrings, origins: Int32Array, earlier?: SubjectReadings) {
  const words = openStrings(packed);
  const isCapital = new Uint8Array(words.length);
  const wordKeys = new Uint32Array(words.length);
  const keys = numberStrings(earlier?.keys);
  for (const [word, origin] of origins.entries()) {
    if (earlier === undefined || origin < 0) {
      const written = words.at(word);
      isCapital[word] = /^\p{Lu}/u.test(written) ? 1 : 0;
      wordKeys[word] = keys.numberOf(wordKey(written));
    } else {
      isCapital[word] = earlier.isCapital[origin] ?? 0;
      wordKeys[word] = keys.numberOfEarlier(earlier.wordKeys[origin] ?? 0);
    }
  }
  return { isCapital, wordKeys, keys: keys.finish().strings };
}

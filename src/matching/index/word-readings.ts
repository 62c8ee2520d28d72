import { firstFrom } from '../../packed/first-from.ts';
import { numberStrings } from '../../packed/numbered-strings.ts';
import { openStrings, type PackedStrings, type StringList } from '../../packed/packed-strings.ts';
import { wordToTerm } from '../text/terms.ts';
import { stopTerm } from './vocabulary.ts';

/** What there is to know of words that depends on nothing but the word. */
export type WordReadings = {
  /** Folded words and links, each once, in the order in which they were met. */
  readonly words: PackedStrings;
  /** The terms of the words, in the order in which they were met. */
  readonly terms: PackedStrings;
  /** The term of each word, or `stopTerm`. */
  readonly wordTerms: Int32Array<ArrayBuffer>;
  /** The words by their numbers, in alphabetical order. */
  readonly wordOrder: Uint32Array<ArrayBuffer>;
};

/**
 * @param origins the number that each word had in earlier readings, or -1
 * @param earlier of which nothing is worked out again
 */
export function readWords(
  packed: PackedStrings,
  origins: Int32Array,
  earlier?: WordReadings,
): WordReadings {
  const words = openStrings(packed);
  const terms = numberStrings(earlier?.terms);
  const termOf = (origin: number, word: number): number => {
    const known = origin < 0 ? undefined : earlier?.wordTerms[origin];
    if (known !== undefined) return known === stopTerm ? stopTerm : terms.numberOfEarlier(known);
    const { text, kind } = wordToTerm(words.at(word));
    return kind === 'stop' ? stopTerm : terms.numberOf(text);
  };
  const wordTerms = origins.map(termOf);
  return {
    words: packed,
    terms: terms.finish().strings,
    wordTerms,
    wordOrder: sortWords(words, origins, earlier?.wordOrder ?? new Uint32Array()),
  };
}

/** Puts the new words into the order that the others had. */
function sortWords(
  words: StringList,
  origins: Int32Array,
  earlierOrder: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const numbersNow = new Int32Array(earlierOrder.length).fill(-1);
  const added: { readonly word: string; readonly number: number }[] = [];
  for (const [number, origin] of origins.entries()) {
    if (origin >= 0) numbersNow[origin] = number;
    else added.push({ word: words.at(number), number });
  }
  added.sort((one, other) => (one.word < other.word ? -1 : 1));
  const known = earlierOrder
    .filter((word) => numbersNow[word] !== -1)
    .map((word) => numbersNow[word] as number);
  const knownWords = { length: known.length, at: (at: number) => words.at(known[at] as number) };
  const order = new Uint32Array(words.length);
  let taken = 0;
  for (const [before, { word, number }] of added.entries()) {
    const end = firstFrom(knownWords, word);
    order.set(known.subarray(taken, end), taken + before);
    order[end + before] = number;
    taken = end;
  }
  order.set(known.subarray(taken), taken + added.length);
  return order;
}

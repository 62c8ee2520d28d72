import { numberStrings } from '../../packed/numbered-strings.ts';
import { orderStrings } from '../../packed/order-strings.ts';
import { openStrings, type PackedStrings } from '../../packed/packed-strings.ts';
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
    wordOrder: orderStrings(packed, origins, earlier?.wordOrder),
  };
}

import {
  createPlaceFinder,
  openStrings,
  type PackedStrings,
  type Slots,
  type StringList,
} from '../../packed/packed-strings.ts';
import { wordToTerm } from '../text/terms.ts';

/** In place of a term's number: the word says too little to be looked up. */
export const stopTerm = -1;
/** In place of a term's number: no statement has the word. */
export const unknownTerm = -2;

/** The words of all statements. Terms are numbered from 0 in the order in which they were met. */
export interface Vocabulary {
  readonly terms: StringList;
  /** Folded words as written in statements. */
  readonly words: StringList;
  /** The term of each word, or `stopTerm`. */
  readonly wordTerms: Int32Array;
  /** Whether a statement has the folded word, be it a stop word. */
  has(folded: string): boolean;
  /** The number of a term as it is written in `terms`, or `unknownTerm`. */
  placeOf(term: string): number;
  /** The term of a folded word, `stopTerm` or `unknownTerm`. */
  termOf(folded: string): number;
}

/** A vocabulary in typed arrays. */
export type PackedVocabulary = {
  readonly terms: PackedStrings;
  readonly termSlots: Slots;
  /** The term that each term was joined with: itself, for most. */
  readonly joinedTerms: Uint32Array<ArrayBuffer>;
  readonly words: PackedStrings;
  readonly wordSlots: Slots;
  readonly wordTerms: Int32Array<ArrayBuffer>;
};

export function openVocabulary(packed: PackedVocabulary): Vocabulary {
  const { joinedTerms, wordTerms } = packed;
  const findTerm = createPlaceFinder(packed.terms, packed.termSlots);
  const findWord = createPlaceFinder(packed.words, packed.wordSlots);
  const placeOf = (term: string): number => {
    const place = findTerm(term);
    return place < 0 ? unknownTerm : (joinedTerms[place] as number);
  };
  return {
    terms: openStrings(packed.terms),
    words: openStrings(packed.words),
    wordTerms,
    has: (folded) => findWord(folded) >= 0,
    placeOf,
    termOf(folded) {
      const known = findWord(folded);
      if (known >= 0) return wordTerms[known] as number;
      const { text, kind } = wordToTerm(folded);
      return kind === 'stop' ? stopTerm : placeOf(text);
    },
  };
}

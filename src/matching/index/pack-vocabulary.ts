import { hashStrings } from '../../packed/packed-strings.ts';
import { type PackedVocabulary, stopTerm } from './vocabulary.ts';
import type { WordReadings } from './word-readings.ts';

/** @param joinedTerms the term that each term was joined with */
export function packVocabulary(
  { terms, words, wordTerms }: WordReadings,
  joinedTerms: Uint32Array<ArrayBuffer>,
): PackedVocabulary {
  return {
    terms,
    termSlots: hashStrings(terms),
    joinedTerms,
    words,
    wordSlots: hashStrings(words),
    wordTerms: wordTerms.map((term) =>
      term === stopTerm ? stopTerm : (joinedTerms[term] ?? term),
    ),
  };
}

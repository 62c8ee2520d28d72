import { hashStrings, type Slots } from '../../packed/packed-strings.ts';
import { type PackedVocabulary, stopTerm } from './vocabulary.ts';
import type { WordReadings } from './word-readings.ts';

/**
 * @param termSlots of the terms (`hashStrings`)
 * @param joinedTerms the term that each term was joined with
 */
export function packVocabulary(
  { terms, words, wordTerms }: WordReadings,
  termSlots: Slots,
  joinedTerms: Uint32Array<ArrayBuffer>,
): PackedVocabulary {
  return {
    terms,
    termSlots,
    joinedTerms,
    words,
    wordSlots: hashStrings(words),
    wordTerms: wordTerms.map((term) =>
      term === stopTerm ? stopTerm : (joinedTerms[term] ?? term),
    ),
  };
}

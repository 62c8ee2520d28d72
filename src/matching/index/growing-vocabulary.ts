import { hashStrings, packStrings } from '../../packed/packed-strings.ts';
import { wordToTerm } from '../text/terms.ts';
import { type PackedVocabulary, stopTerm } from './vocabulary.ts';

/** The words of the statements read so far. */
export interface GrowingVocabulary {
  readonly terms: readonly string[];
  /** The term of a folded word, a new one where it is new, or `stopTerm`. */
  learn(folded: string): number;
  /** Gives all words of a term the term that is put in its place. To be done once, before packing. */
  join(termInPlaceOf: Uint32Array): void;
  pack(): PackedVocabulary;
}

export function createVocabulary(): GrowingVocabulary {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, number>();
  let joined: Uint32Array | undefined;

  return {
    terms,
    learn(folded) {
      const known = words.get(folded);
      if (known !== undefined) return known;
      const { text, kind } = wordToTerm(folded);
      let term = stopTerm;
      if (kind !== 'stop') {
        term = numbers.get(text) ?? terms.length;
        if (term === terms.length) {
          terms.push(text);
          numbers.set(text, term);
        }
      }
      words.set(folded, term);
      return term;
    },
    join(termInPlaceOf) {
      joined = termInPlaceOf;
    },
    pack() {
      const written = [...words.keys()];
      const joinedTerms = Uint32Array.from(terms, (_, term) => joined?.[term] ?? term);
      return {
        terms: packStrings(terms),
        termSlots: hashStrings(terms),
        joinedTerms,
        words: packStrings(written),
        wordSlots: hashStrings(written),
        wordTerms: Int32Array.from(words.values(), (term) => joinedTerms[term] ?? term),
      };
    },
  };
}

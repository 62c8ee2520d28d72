import { wordToTerm } from '../text/terms.ts';

/** In place of a term's number: the word says too little to be looked up. */
export const stopTerm = -1;
/** In place of a term's number: no statement has the word. */
export const unknownTerm = -2;

/** The words of all statements. Terms are numbered from 0 in the order in which they were met. */
export interface Vocabulary {
  readonly terms: readonly string[];
  /** Folded words as written in statements, with their terms. */
  readonly words: ReadonlyMap<string, number>;
  /** The number of a term as it is written in `terms`, or `unknownTerm`. */
  placeOf(term: string): number;
  /** The term of a folded word, `stopTerm` or `unknownTerm`. */
  termOf(folded: string): number;
}

export interface GrowingVocabulary extends Vocabulary {
  /** Like `termOf`, but a new word gets a term. */
  learn(folded: string): number;
  /** Gives all words of a term the term that is put in its place. */
  join(termInPlaceOf: ArrayLike<number>): void;
}

export function createVocabulary(): GrowingVocabulary {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, number>();

  return {
    terms,
    words,
    placeOf: (term) => numbers.get(term) ?? unknownTerm,
    termOf(folded) {
      const known = words.get(folded);
      if (known !== undefined) return known;
      const { text, kind } = wordToTerm(folded);
      return kind === 'stop' ? stopTerm : (numbers.get(text) ?? unknownTerm);
    },
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
      for (const map of [words, numbers]) {
        for (const [word, term] of map) {
          if (term >= 0) map.set(word, termInPlaceOf[term] ?? term);
        }
      }
    },
  };
}

import { directionsOf } from './directions.ts';
import { findEnglish } from './english.ts';
import { type ForeignWords, joinFamilies } from './families.ts';
import type { Lexicon } from './lexicon.ts';
import type { Statement } from './matcher.ts';
import { invert, type Postings } from './postings.ts';
import { type ReadUnits, readUnits } from './units.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The statements in typed arrays: by their words in order, by their postings, and by what they are about. */
export interface StatementIndex extends ReadUnits, Postings {
  readonly ids: readonly string[];
  readonly vocabulary: Vocabulary;
  /** 1 for each unit in English. */
  readonly isEnglish: Uint8Array;
  readonly foreignWords: ForeignWords;
  /** The lexicon's place of each term, or -1. */
  readonly lexiconPlaces: Int32Array;
  /** The term of each lexicon place, or -1. */
  readonly lexiconTerms: Int32Array;
  /** What each document is about, in the lexicon's dimensions: a unit vector in bytes. */
  readonly directions: Int8Array;
}

export function buildIndex(statements: readonly Statement[], lexicon: Lexicon): StatementIndex {
  const vocabulary = createVocabulary();
  const units = readUnits(statements, vocabulary);
  const isEnglish = findEnglish(units, vocabulary, lexicon);
  const foreignWords = joinFamilies(units, vocabulary, lexicon, isEnglish);
  const known = consultLexicon(vocabulary.terms, lexicon);
  const postings = invert(units, statements.length, vocabulary.terms.length, (term) => {
    const place = known.lexiconPlaces[term] ?? -1;
    return place < 0 ? Number.POSITIVE_INFINITY : lexicon.rarityOf(place);
  });
  return {
    ids: statements.map(({ id }) => id),
    vocabulary,
    foreignWords,
    isEnglish,
    ...units,
    ...postings,
    ...known,
    directions: directionsOf(units, postings.rarities, known.lexiconPlaces, lexicon),
  };
}

function consultLexicon(terms: readonly string[], lexicon: Lexicon) {
  const lexiconPlaces = Int32Array.from(terms, (term) => lexicon.placeOf(term));
  const lexiconTerms = new Int32Array(lexicon.size).fill(-1);
  lexiconPlaces.forEach((place, term) => {
    if (place >= 0) lexiconTerms[place] = term;
  });
  return { lexiconPlaces, lexiconTerms };
}

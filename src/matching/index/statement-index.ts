import type { Statement } from '../matcher.ts';
import { documentVectorsOf } from './document-vectors.ts';
import { findEnglish } from './english.ts';
import type { Lexicon } from './lexicon.ts';
import { invert, type Postings, rarityAmong } from './postings.ts';
import { type ForeignWords, joinPrefixClasses } from './prefix-classes.ts';
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
  /** How rare a word is in general, by its place in the lexicon, on the scale of this store. */
  readonly generalRarityAt: (place: number) => number;
  /** What each document is about, in the lexicon's dimensions: a unit vector in bytes. */
  readonly directions: Int8Array;
}

export function buildIndex(statements: readonly Statement[], lexicon: Lexicon): StatementIndex {
  const vocabulary = createVocabulary();
  const units = readUnits(statements, vocabulary);
  const isEnglish = findEnglish(units, vocabulary, lexicon);
  const foreignWords = joinPrefixClasses(units, vocabulary, lexicon, isEnglish);
  const known = consultLexicon(vocabulary.terms, lexicon);
  const generalRarityAt = toStoreScale(lexicon, rarityAmong(0, statements.length));
  const postings = invert(units, statements.length, vocabulary.terms.length, (term) =>
    generalRarityAt(known.lexiconPlaces[term] ?? -1),
  );
  return {
    ids: statements.map(({ id }) => id),
    vocabulary,
    foreignWords,
    isEnglish,
    ...units,
    ...postings,
    ...known,
    generalRarityAt,
    directions: documentVectorsOf(units, postings.rarities, known.lexiconPlaces, lexicon),
  };
}

/**
 * General rarity where the rarest word is as rare as one that no statement has. Unscaled, a pack of forty claims knows no
 * word rarer than "give" is in general, and the "give" of a question outweighs the subject it asks about. A word that the
 * lexicon does not know is as rare as can be.
 */
function toStoreScale(lexicon: Lexicon, unknownRarity: number): (place: number) => number {
  const scale = Math.min(1, unknownRarity / lexicon.highestRarity);
  return (place) => (place < 0 ? Number.POSITIVE_INFINITY : lexicon.rarityOf(place) * scale);
}

function consultLexicon(terms: readonly string[], lexicon: Lexicon) {
  const lexiconPlaces = Int32Array.from(terms, (term) => lexicon.placeOf(term));
  const lexiconTerms = new Int32Array(lexicon.size).fill(-1);
  lexiconPlaces.forEach((place, term) => {
    if (place >= 0) lexiconTerms[place] = term;
  });
  return { lexiconPlaces, lexiconTerms };
}

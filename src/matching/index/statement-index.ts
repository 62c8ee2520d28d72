import {
  createPlaceFinder,
  firstUnitAt,
  hashStrings,
  openStrings,
  type PackedStrings,
  type StringList,
} from '../../packed/packed-strings.ts';
import type { Statement, StatementIds } from '../matcher.ts';
import { documentVectorsOf } from './document-vectors.ts';
import { findEnglish } from './english.ts';
import type { Lexicon } from './lexicon.ts';
import { packVocabulary } from './pack-vocabulary.ts';
import { invert, type Postings, rarityAmong } from './postings.ts';
import { type ForeignWords, joinPrefixClasses, type PackedForeignWords } from './prefix-classes.ts';
import { readStatements, type StatementReadings } from './readings.ts';
import { learnUnits, type Units } from './units.ts';
import { openVocabulary, type PackedVocabulary, type Vocabulary } from './vocabulary.ts';

/** What the index keeps of statements besides their words, in typed arrays. */
type StatementArrays = Units &
  Postings & {
    /** Share, 0 to 255, of a term's places inside sentences where it is written with a capital. */
    readonly capitals: Uint8Array<ArrayBuffer>;
    /** 1 for each term that begins with a digit. */
    readonly isNumber: Uint8Array<ArrayBuffer>;
    /** 1 for each unit in English. */
    readonly isEnglish: Uint8Array<ArrayBuffer>;
    /** The lexicon's place of each term, or -1. */
    readonly lexiconPlaces: Int32Array<ArrayBuffer>;
    /** The term of each lexicon place, or -1. */
    readonly lexiconTerms: Int32Array<ArrayBuffer>;
    /** What each document is about, in the lexicon's dimensions: a unit vector in bytes. */
    readonly directions: Int8Array<ArrayBuffer>;
  };

/** An index in typed arrays and nothing else. */
export type PackedIndex = StatementArrays & {
  readonly vocabulary: PackedVocabulary;
  readonly foreignWords: PackedForeignWords;
};

/** The statements in typed arrays: by their words in order, by their postings, and by what they are about. */
export interface StatementIndex extends StatementArrays {
  readonly ids: StatementIds;
  readonly vocabulary: Vocabulary;
  readonly foreignWords: ForeignWords;
  /** Rarity of a word that no statement has. */
  readonly unknownRarity: number;
  /** How rare a word is in general, by its place in the lexicon, on the scale of this store. */
  readonly generalRarityAt: (place: number) => number;
}

export function buildIndex(statements: readonly Statement[], lexicon: Lexicon): StatementIndex {
  return openIndex(packIndex(readStatements(statements), lexicon), idsOf(statements), lexicon);
}

export function idsOf(statements: Iterable<Statement>): readonly string[] {
  return Array.from(statements, ({ id }) => id);
}

/** @param onStep called for each document several times on the way */
export function packIndex(
  readings: StatementReadings,
  lexicon: Lexicon,
  onStep: () => void = () => {},
): PackedIndex {
  const { vocabulary } = readings;
  const terms = openStrings(vocabulary.terms);
  const termSlots = hashStrings(vocabulary.terms);
  const documents = readings.unitStarts.length - 1;
  const { capitals, stops, ...units } = learnUnits(readings);
  const known = consultLexicon(terms, createPlaceFinder(vocabulary.terms, termSlots), lexicon);
  // Without a lexicon nothing tells the languages apart.
  const isEnglish =
    lexicon.size === 0
      ? new Uint8Array(units.unitParts.length).fill(1)
      : findEnglish(units, stops, vocabulary.terms, known.lexiconPlaces);
  const { joinedTerms, foreignWords } = joinPrefixClasses(
    units,
    terms,
    known.lexiconPlaces,
    isEnglish,
  );
  const generalRarityAt = toStoreScale(lexicon, rarityAmong(0, documents));
  const rarityOf = (term: number): number => generalRarityAt(known.lexiconPlaces[term] ?? -1);
  const postings = invert(units, documents, terms.length, rarityOf, onStep);
  return {
    vocabulary: packVocabulary(vocabulary, termSlots, joinedTerms),
    foreignWords,
    capitals,
    isNumber: findNumbers(vocabulary.terms),
    isEnglish,
    ...units,
    ...postings,
    ...known,
    directions: documentVectorsOf(units, postings.rarities, known.lexiconPlaces, lexicon, onStep),
  };
}

/** Takes no longer for many statements than for few. */
export function openIndex(
  packed: PackedIndex,
  ids: StatementIds,
  lexicon: Lexicon,
): StatementIndex {
  const unknownRarity = rarityAmong(0, ids.length);
  const { words, terms } = packed.foreignWords;
  return {
    ...packed,
    ids,
    vocabulary: openVocabulary(packed.vocabulary),
    foreignWords: { words: openStrings(words), terms },
    unknownRarity,
    generalRarityAt: toStoreScale(lexicon, unknownRarity),
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

function findNumbers(terms: PackedStrings): Uint8Array<ArrayBuffer> {
  const isNumber = new Uint8Array(terms.starts.length - 1);
  for (let term = 0; term < isNumber.length; term += 1) {
    const first = firstUnitAt(terms, term);
    if (first >= zero && first <= nine) isNumber[term] = 1;
  }
  return isNumber;
}

const [zero, nine] = [48, 57];

/** Looks up whatever is less: the words of the lexicon among the terms, or the other way round. */
function consultLexicon(terms: StringList, findTerm: (word: string) => number, lexicon: Lexicon) {
  const lexiconPlaces = new Int32Array(terms.length).fill(-1);
  const lexiconTerms = new Int32Array(lexicon.size).fill(-1);
  const put = (place: number, term: number): void => {
    if (place < 0 || term < 0) return;
    lexiconPlaces[term] = place;
    lexiconTerms[place] = term;
  };
  if (lexicon.size < terms.length) {
    for (let place = 0; place < lexicon.size; place += 1) {
      put(place, findTerm(lexicon.wordAt(place)));
    }
  } else {
    for (let term = 0; term < terms.length; term += 1) put(lexicon.placeOf(terms.at(term)), term);
  }
  return { lexiconPlaces, lexiconTerms };
}

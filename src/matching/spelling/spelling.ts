import { openStrings, type PackedStrings, packStrings } from '../../packed/packed-strings.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import { stopTerm, unknownTerm } from '../index/vocabulary.ts';
import { stopWords } from '../text/stop-words.ts';
import { wordToTerm } from '../text/terms.ts';
import { longestWord } from '../text/text.ts';
import { editCost, longestSpellable } from './edit-cost.ts';
import { respell } from './respell.ts';
import { openWordFinder, type PackedWordFinder, packWordFinder } from './word-finder.ts';

/** What a word that no statement has may stand for, and how far to trust that. */
export interface Correction {
  /** One, or several when it is words run together. */
  readonly terms: readonly number[];
  readonly trust: number;
}

export type CorrectWord = (folded: string) => Correction | undefined;

/** Shorter words have too many neighbours. */
const shortestWord = 3;

/** How far a misspelling may be from its word, by its length. */
function allowedCost(length: number): number {
  if (length < 4) return 0;
  if (length < 5) return 0.5;
  return length < 8 ? 1.05 : 1.5;
}

/**
 * The same when both sound alike. Who drops one vowel drops them all: a word that has none left may have had many, but
 * `prot` is not `part`.
 */
function allowedSoundCost(word: string): number {
  if (word.length < 4) return 0.75;
  return /[aeiouy]/.test(word) ? Math.min(2, 0.2 * word.length) : 2;
}

/** Edits that e times more holders outweigh. */
const frequencyWorth = 0.15;
/** Writing by ear is a habit, not a slip. */
const costOfRespelling = 0.5;
/** Trust lost with each edit. */
const costOfTrust = 0.2;

/** A word with its end left out (`prelim`), which is done with words that everybody knows. */
const clipping = { shortest: 4, cost: 0.9, trust: 0.7, fewestHolders: 20 };

/** Two words run together. */
const joined = { shortest: 7, shortestPiece: 3, trust: 0.8 };

/** The words that a misspelt one may stand for, in typed arrays. */
export type PackedSpelling = {
  readonly words: PackedStrings;
  /** The term of each, or `stopTerm`. */
  readonly terms: Int32Array<ArrayBuffer>;
  readonly finder: PackedWordFinder;
};

/** @param onWord called several times for each word on the way */
export function packSpelling(index: StatementIndex, onWord: () => void = () => {}): PackedSpelling {
  const { words, wordTerms } = index.vocabulary;
  const spellable: string[] = [];
  const terms: number[] = [];
  const addWord = (word: string, term: number): void => {
    onWord();
    if (!isSpellable(word)) return;
    spellable.push(word);
    terms.push(term);
  };
  wordTerms.forEach((term, place) => {
    if (term >= 0) addWord(words.at(place), term);
  });
  // A misspelt stop word is one too: `thier` must not become a thief.
  for (const word of stopWords) addWord(word, stopTerm);
  const finder = packWordFinder(spellable, (at) => {
    onWord();
    const term = terms[at] as number;
    return term >= 0 && holdersOf(term, index) >= clipping.fewestHolders;
  });
  return { words: packStrings(spellable), terms: Int32Array.from(terms), finder };
}

/** How many documents have a term; a stop word counts as one that many have. */
function holdersOf(term: number, { ids, postingStarts }: StatementIndex): number {
  if (term === stopTerm) return ids.length / 10;
  return (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);
}

/**
 * Finds words of the statements that a word which none of them has may stand for: misspelt, written by ear, cut short
 * or run together with another. The nearest wins, the more frequent of two that are as near. A correct word that no
 * statement has is no misspelling.
 */
export function createSpeller(
  index: StatementIndex,
  lexicon: Lexicon,
  packed: PackedSpelling,
): CorrectWord {
  const { vocabulary } = index;
  const { terms: termOfWord } = packed;
  const words = openStrings(packed.words);
  const finder = openWordFinder(words, packed.finder);

  const nearest = (misspelt: string, respelt: readonly string[]): Correction | undefined => {
    let most = Number.NEGATIVE_INFINITY;
    let best: Correction | undefined;
    const consider = (term: number, cost: number, trust: number): void => {
      const worth = Math.log1p(holdersOf(term, index)) * frequencyWorth - cost;
      if (worth <= most) return;
      most = worth;
      best = { terms: [term], trust };
    };
    for (const word of respelt) {
      const term = vocabulary.termOf(word);
      if (term !== unknownTerm)
        consider(term, costOfRespelling, 1 - costOfTrust * costOfRespelling);
    }
    if (!isSpellable(misspelt)) return best;
    finder.eachNear(misspelt, (at, soundsAlike) => {
      const word = words.at(at);
      if (!soundsAlike && word[0] !== misspelt[0]) return;
      const allowed = soundsAlike ? allowedSoundCost(misspelt) : allowedCost(misspelt.length);
      const cost = editCost(misspelt, word, allowed);
      if (cost <= allowed) consider(termOfWord[at] as number, cost, 1 - costOfTrust * cost);
    });
    const clip = misspelt.replace(/(?<=....)[sz]$/, '');
    if (clip.length >= clipping.shortest && !/[aeiouy]$/.test(clip)) {
      finder.eachLonger(clip, (at) => {
        consider(termOfWord[at] as number, clipping.cost, clipping.trust);
      });
    }
    return best;
  };

  /** A number with its unit or letters with a number (`10yrs`, `maga45`), two words run together (`superbowl`). */
  const takeApart = (word: string): Correction | undefined => {
    const pieces = /\d/.test(word) ? (word.match(/\d+|[a-z]+/g) ?? []) : splitInTwo(word);
    const terms = pieces.map(vocabulary.termOf).filter((term) => term !== unknownTerm);
    return terms.length === 0 ? undefined : { terms, trust: joined.trust };
  };

  const splitInTwo = (word: string): string[] => {
    if (word.length < joined.shortest) return [];
    for (let at = word.length - joined.shortestPiece; at >= joined.shortestPiece; at -= 1) {
      const pieces = [word.slice(0, at), word.slice(at)];
      if (pieces.every(vocabulary.has)) return pieces;
    }
    return [];
  };

  return (written) => {
    if (written.length > longestWord) return undefined;
    if (lexicon.placeOf(wordToTerm(written).text) >= 0) return undefined;
    const respelt = respell(written);
    const correction = nearest(written, respelt);
    if (correction) return correction;
    for (const word of respelt) {
      const second = nearest(word, []);
      if (second) return second;
    }
    return takeApart(written);
  };
}

function isSpellable(word: string): boolean {
  return word.length >= shortestWord && word.length <= longestSpellable && /^[a-z]+$/.test(word);
}

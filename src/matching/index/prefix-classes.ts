import { firstFrom } from '../../packed/first-from.ts';
import { type PackedStrings, packStrings, type StringList } from '../../packed/packed-strings.ts';
import type { Units } from './units.ts';

/** Words of other languages than English in alphabetical order, each with the term of its prefix class. */
export interface ForeignWords {
  readonly words: StringList;
  readonly terms: Uint32Array;
}

/** The same in typed arrays. */
export type PackedForeignWords = {
  readonly words: PackedStrings;
  readonly terms: Uint32Array<ArrayBuffer>;
};

/** What the units' terms have become. */
interface JoinedTerms {
  /** The term that each term was joined with: itself, for most. */
  readonly joinedTerms: Uint32Array<ArrayBuffer>;
  readonly foreignWords: PackedForeignWords;
}

/**
 * Makes words of other languages that begin alike one term (`köprüsü`, `köprüsünden`): most languages inflect at the end,
 * and where the language is not known, a common beginning finds the forms of a word about as well as its own stemmer
 * (McNamee and Mayfield, 2004; Can et al., 2008, for Turkish). English has its stemmer and stays as it is.
 */
export function joinPrefixClasses(
  units: Units,
  terms: StringList,
  lexiconPlaces: Int32Array,
  isEnglish: Uint8Array,
): JoinedTerms {
  const isForeign = findForeignTerms(units, terms.length, isEnglish);
  const termsOfWords = new Map<string, number>();
  for (const [term, foreign] of isForeign.entries()) {
    if (foreign === 0 || (lexiconPlaces[term] ?? -1) >= 0) continue;
    const word = terms.at(term);
    if (isJoinable(word)) termsOfWords.set(word, term);
  }
  // By themselves words are sorted at half the cost of things that hold them.
  const words = [...termsOfWords.keys()].sort();
  const prefixClassOf = new Uint32Array(terms.length).map((_, term) => term);
  const termOf = (word: string): number => termsOfWords.get(word) ?? 0;
  let head = words[0];
  for (const word of words) {
    if (head === undefined || !areClassmates(head, word, samePrefixClass)) head = word;
    prefixClassOf[termOf(word)] = termOf(head);
  }
  const { tokens } = units;
  if (words.length > 0) {
    for (let at = 0; at < tokens.length; at += 1) {
      tokens[at] = prefixClassOf[tokens[at] as number] as number;
    }
  }
  return {
    joinedTerms: prefixClassOf,
    foreignWords: {
      words: packStrings(words),
      terms: Uint32Array.from(words, (word) => prefixClassOf[termOf(word)] as number),
    },
  };
}

/** 1 for each term that more often than not stands in a text that is not English. */
function findForeignTerms(
  { tokenStarts, tokens }: Units,
  terms: number,
  isEnglish: Uint8Array,
): Uint8Array {
  const isForeign = new Uint8Array(terms);
  if (!isEnglish.includes(0)) return isForeign;
  /** Places in English less those in other languages. */
  const englishness = new Int32Array(terms);
  for (let unit = 0; unit < isEnglish.length; unit += 1) {
    const step = isEnglish[unit] === 1 ? 1 : -1;
    for (let at = tokenStarts[unit] ?? 0; at < (tokenStarts[unit + 1] ?? 0); at += 1) {
      const term = tokens[at] ?? 0;
      englishness[term] = (englishness[term] ?? 0) + step;
    }
  }
  return isForeign.map((_, term) => ((englishness[term] ?? 0) < 0 ? 1 : 0));
}

/** Shared beginning, as a share of the longer word: of one prefix class, and near enough for want of anything better. */
const samePrefixClass = 0.6;
const distantClassmates = 0.5;

/** Letters that must be shared. Arabic and Indic scripts write few or no vowels, so that three are much there. */
const leastShared = 4;
const leastSharedInShortScripts = 3;
/** A Korean letter is a syllable. */
const leastSharedSyllables = 2;

function isJoinable(word: string): boolean {
  return /^[\p{L}\p{M}]{2,}$/u.test(word);
}

function areClassmates(one: string, other: string, share: number): boolean {
  return kinship(one, other) >= share;
}

/** The shared beginning as a share of the longer word; 0 when it is too short to tell anything. */
function kinship(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1;
  const first = one.charCodeAt(0);
  const least =
    first < 0x0590
      ? leastShared
      : first < 0xac00
        ? leastSharedInShortScripts
        : leastSharedSyllables;
  return shared < least ? 0 : shared / Math.max(one.length, other.length);
}

/** The prefix class that an unknown word is nearest to, with the shared part of the beginning; undefined when none is near. */
export function createKinFinder({
  words,
  terms,
}: ForeignWords): (word: string) => { readonly term: number; readonly share: number } | undefined {
  const nearest = (word: string) => {
    const from = firstFrom(words, word);
    let best: { term: number; share: number } | undefined;
    const look = (at: number): boolean => {
      const share = kinship(word, words.at(at));
      if (share >= distantClassmates && share > (best?.share ?? 0))
        best = { term: terms[at] ?? 0, share };
      return share > 0;
    };
    for (let at = from; look(at); at += 1);
    for (let at = from - 1; look(at); at -= 1);
    return best;
  };
  if (words.length === 0) return () => undefined;
  return (word) => {
    if (!isJoinable(word)) return undefined;
    // German writes umlauts so where there are none on the keyboard.
    return (
      nearest(word) ?? (/[aou]e/.test(word) ? nearest(word.replace(/([aou])e/g, '$1')) : undefined)
    );
  };
}

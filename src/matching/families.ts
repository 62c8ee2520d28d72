import type { Lexicon } from './lexicon.ts';
import type { ReadUnits } from './units.ts';
import type { GrowingVocabulary } from './vocabulary.ts';

/** Words of other languages than English in alphabetical order, each with the term of its family. */
export interface ForeignWords {
  readonly words: readonly string[];
  readonly terms: readonly number[];
}

/**
 * Share of a statement's words that English knows, as stop words or in the lexicon. Of 14,000 English claims 99 % are
 * above it; so are a third of the French ones here, and none of nine other languages.
 */
const leastEnglish = 0.62;

/**
 * Makes words of other languages that begin alike one term (`köprüsü`, `köprüsünden`): most languages inflect at the end,
 * and where the language is not known, a common beginning finds the forms of a word about as well as its own stemmer
 * (McNamee and Mayfield, 2004; Can et al., 2008, for Turkish). English has its stemmer and stays as it is.
 */
export function joinFamilies(
  units: ReadUnits,
  vocabulary: GrowingVocabulary,
  lexicon: Lexicon,
): ForeignWords {
  const isForeign = findForeignTerms(units, vocabulary, lexicon);
  const members = vocabulary.terms
    .map((word, term) => ({ word, term }))
    .filter(({ word, term }) => isForeign(term) && isJoinable(word))
    .sort((one, other) => (one.word < other.word ? -1 : 1));
  const familyOf = Uint32Array.from(vocabulary.terms, (_, term) => term);
  let head = members[0];
  for (const member of members) {
    if (head === undefined || !areKin(head.word, member.word, sameFamily)) head = member;
    familyOf[member.term] = head.term;
  }
  if (members.length > 0) {
    vocabulary.join(familyOf);
    for (let at = 0; at < units.tokens.length; at += 1) {
      units.tokens[at] = familyOf[units.tokens[at] ?? 0] ?? 0;
    }
  }
  return {
    words: members.map(({ word }) => word),
    terms: members.map(({ term }) => familyOf[term] ?? term),
  };
}

/** The terms that most of the time stand in statements that are not English. */
function findForeignTerms(
  { unitStarts, tokenStarts, tokens, stopsOfDocuments }: ReadUnits,
  { terms }: GrowingVocabulary,
  lexicon: Lexicon,
): (term: number) => boolean {
  const isWord = Uint8Array.from(terms, (term) => (/^\p{L}/u.test(term) ? 1 : 0));
  const isKnown = Uint8Array.from(terms, (term) => (lexicon.placeOf(term) < 0 ? 0 : 1));
  /** Places in English statements less those in others. */
  const englishness = new Int32Array(terms.length);
  for (let document = 0; document + 1 < unitStarts.length; document += 1) {
    const start = tokenStarts[unitStarts[document] ?? 0] ?? 0;
    const end = tokenStarts[unitStarts[document + 1] ?? 0] ?? tokens.length;
    const stops = stopsOfDocuments[document] ?? 0;
    let words = stops;
    let known = stops;
    for (let at = start; at < end; at += 1) {
      words += isWord[tokens[at] ?? 0] ?? 0;
      known += isKnown[tokens[at] ?? 0] ?? 0;
    }
    const step = known >= leastEnglish * words ? 1 : -1;
    for (let at = start; at < end; at += 1) {
      const term = tokens[at] ?? 0;
      englishness[term] = (englishness[term] ?? 0) + step;
    }
  }
  return (term) => (englishness[term] ?? 0) < 0 && isKnown[term] === 0;
}

/** Shared beginning, as a share of the longer word: of one family, and near enough for want of anything better. */
const sameFamily = 0.6;
const distantKin = 0.5;

/** Letters that must be shared. Arabic and Indic scripts write few or no vowels, so that three are much there. */
const leastShared = 4;
const leastSharedInShortScripts = 3;

function isJoinable(word: string): boolean {
  return /^[\p{L}\p{M}]{3,}$/u.test(word);
}

function areKin(one: string, other: string, share: number): boolean {
  return kinship(one, other) >= share;
}

/** The shared beginning as a share of the longer word; 0 when it is too short to tell anything. */
function kinship(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1;
  const least = one.charCodeAt(0) < 0x0590 ? leastShared : leastSharedInShortScripts;
  return shared < least ? 0 : shared / Math.max(one.length, other.length);
}

/** The family that an unknown word is nearest to, with the shared part of the beginning; undefined when none is near. */
export function createKinFinder({
  words,
  terms,
}: ForeignWords): (word: string) => { readonly term: number; readonly share: number } | undefined {
  const nearest = (word: string) => {
    const from = firstFrom(words, word);
    let best: { term: number; share: number } | undefined;
    const look = (at: number): boolean => {
      const share = kinship(word, words[at] ?? '');
      if (share >= distantKin && share > (best?.share ?? 0)) best = { term: terms[at] ?? 0, share };
      return share > 0;
    };
    for (let at = from; look(at); at += 1);
    for (let at = from - 1; look(at); at -= 1);
    return best;
  };
  return (word) => {
    if (words.length === 0 || !isJoinable(word)) return undefined;
    // German writes umlauts so where there are none on the keyboard.
    return (
      nearest(word) ?? (/[aou]e/.test(word) ? nearest(word.replace(/([aou])e/g, '$1')) : undefined)
    );
  };
}

/** The first place whose word does not come before the given one. */
function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

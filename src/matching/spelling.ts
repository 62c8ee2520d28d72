import type { Lexicon } from './lexicon.ts';
import type { Repair, RepairWord } from './question.ts';
import type { StatementIndex } from './statement-index.ts';
import { stopWords } from './stop-words.ts';
import { wordToTerm } from './terms.ts';
import { stopTerm, unknownTerm } from './vocabulary.ts';

/** Shorter words have too many neighbours, longer ones are no words. */
const shortest = 4;
const longest = 24;

/** How far a misspelling may be from its word, by its length. */
function allowedCost(length: number): number {
  if (length < 5) return 0.5;
  return length < 8 ? 1 : 1.5;
}

/** The same when only vowels and doubled letters differ. */
const vowelCost = 2;

/**
 * Finds words of the statements that a misspelt word may stand for. Words that agree once a letter is taken out of each
 * (Garbe's symmetric deletion, 2012), or once the vowels are, are looked at; the nearest wins, the more frequent of
 * two that are as near. A correct word that no statement has is no misspelling.
 */
export function createSpeller(index: StatementIndex, lexicon: Lexicon): RepairWord {
  const words: string[] = [];
  const termOfWord: number[] = [];
  const addWord = (word: string, term: number): void => {
    if (!isSpellable(word)) return;
    words.push(word);
    termOfWord.push(term);
  };
  for (const [word, term] of index.vocabulary.words) if (term >= 0) addWord(word, term);
  // A misspelt stop word is one too: `thier` must not become a thief.
  for (const word of stopWords) addWord(word, stopTerm);
  const neighbours = bucket(words);
  const sounds = Uint32Array.from(words, soundOf);
  const holders = (term: number) =>
    term === stopTerm
      ? index.ids.length / 10
      : (index.postingStarts[term + 1] ?? 0) - (index.postingStarts[term] ?? 0);

  return (misspelt) => {
    const meant = hearLetters(misspelt).find(
      (word) => index.vocabulary.termOf(word) !== unknownTerm,
    );
    if (meant !== undefined) {
      const term = index.vocabulary.termOf(meant);
      return [{ term, trust: 1 }];
    }
    if (!isSpellable(misspelt) || lexicon.placeOf(wordToTerm(misspelt).text) >= 0) return [];
    const bones = soundOf(misspelt);
    const seen = new Set<number>();
    let best: (Repair & { readonly worth: number }) | undefined;
    for (const key of keysOf(misspelt)) {
      for (const at of neighbours(key)) {
        if (seen.has(at)) continue;
        seen.add(at);
        const word = words[at] ?? '';
        const soundsAlike = bones !== 0 && sounds[at] === bones;
        if (!soundsAlike && word[0] !== misspelt[0]) continue;
        const most = soundsAlike ? vowelCost : allowedCost(misspelt.length);
        const cost = editCost(misspelt, word, most);
        if (cost > most) continue;
        const term = termOfWord[at] ?? 0;
        const worth = Math.log1p(holders(term)) * frequencyWorth - cost;
        if (best === undefined || worth > best.worth) {
          best = { term, trust: 1 - costOfTrust * cost, worth };
        }
      }
    }
    return best === undefined ? [] : [best];
  };
}

/** Edits that e times more holders outweigh. */
const frequencyWorth = 0.15;
/** Trust lost with each edit. */
const costOfTrust = 0.2;

/** What is meant by writing as one speaks: `makin`, `2gether`, `no1`. */
function hearLetters(word: string): string[] {
  if (/^[a-z]{2,}in$/.test(word)) return [`${word}g`];
  if (!/\d/.test(word) || !/^[a-z]*\d[a-z]*$/.test(word)) return [];
  const sounds: Readonly<Record<string, readonly string[]>> = {
    1: ['one'],
    2: ['to', 'too'],
    4: ['for', 'fore'],
    8: ['ate', 'eat', 'ait'],
  };
  const [digit = ''] = /\d/.exec(word) ?? [];
  return (sounds[digit] ?? []).map((sound) => word.replace(digit, sound));
}

function isSpellable(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^[a-z]+$/.test(word);
}

/** The word, the word without each of its letters, and its skeleton, hashed. */
function* keysOf(word: string): Generator<number> {
  yield hash(word);
  for (let at = 0; at < word.length; at += 1) yield hash(word, at);
  const sound = soundOf(word);
  if (sound !== 0) yield sound;
}

/** The skeleton, hashed; 0 when it is too short to tell anything. */
function soundOf(word: string): number {
  const bones = skeleton(word);
  return bones.length > 2 ? hash(`#${bones}`) : 0;
}

/** What is left of a word in a hurry: its first letter and its consonants, those that sound alike made one. */
function skeleton(word: string): string {
  const first = word.replace(/^(?:kn|gn)/, 'n').replace(/^wr/, 'r');
  return first
    .replace(/ph/g, 'f')
    .replace(/ck|[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/gh/g, '')
    .replace(/(?<=.)[aeiouyw]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** FNV-1a over the word, leaving out one place. */
function hash(word: string, without = -1): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    if (at === without) continue;
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Words by their keys, in two typed arrays: keys that fall into one bucket are told apart by the edit cost. */
function bucket(words: readonly string[]): (key: number) => Uint32Array {
  const mask = 2 ** Math.ceil(Math.log2(words.length * 4 + 1)) - 1;
  const starts = new Uint32Array(mask + 2);
  for (const word of words) {
    for (const key of keysOf(word)) {
      const slot = (key & mask) + 1;
      starts[slot] = (starts[slot] ?? 0) + 1;
    }
  }
  for (let slot = 1; slot < starts.length; slot += 1) {
    starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  }
  const entries = new Uint32Array(starts[mask + 1] ?? 0);
  const next = starts.slice();
  words.forEach((word, at) => {
    for (const key of keysOf(word)) {
      const slot = key & mask;
      const place = next[slot] ?? 0;
      entries[place] = at;
      next[slot] = place + 1;
    }
  });
  return (key) => entries.subarray(starts[key & mask], starts[(key & mask) + 1]);
}

/**
 * Damerau and Levenshtein's distance with neighbouring letters swapped as one edit; vowels and doubled letters, which
 * people drop most, cost half. Gives up beyond `most`.
 */
function editCost(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > 2 * most) return Number.POSITIVE_INFINITY;
  const width = other.length + 1;
  let [twoAbove, above, row] = buffers;
  above[0] = 0;
  for (let j = 1; j < width; j += 1) above[j] = (above[j - 1] ?? 0) + letterCost(other, j - 1);
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = (above[0] ?? 0) + letterCost(one, i - 1);
    let least = row[0];
    for (let j = 1; j < width; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const areVowels = isVowel(one, i - 1) && isVowel(other, j - 1);
      let cost = Math.min(
        (above[j] ?? 0) + letterCost(one, i - 1),
        (row[j - 1] ?? 0) + letterCost(other, j - 1),
        (above[j - 1] ?? 0) + (same ? 0 : areVowels ? 0.5 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (twoAbove[j - 2] ?? 0) + 0.75);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [twoAbove, above, row] = [above, row, twoAbove];
  }
  return above[width - 1] ?? Number.POSITIVE_INFINITY;
}

/** Rows of the table, kept between calls, which nothing can interrupt. */
const buffers: readonly [Float32Array, Float32Array, Float32Array] = [
  new Float32Array(longest + 1),
  new Float32Array(longest + 1),
  new Float32Array(longest + 1),
];

function isVowel(word: string, at: number): boolean {
  return 'aeiouy'.includes(word[at] ?? ' ');
}

function letterCost(word: string, at: number): number {
  return isVowel(word, at) || word[at] === word[at - 1] ? 0.5 : 1;
}

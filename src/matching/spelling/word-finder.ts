import type { StringList } from '../../packed/packed-strings.ts';

/** Finds words that another may be a misspelling of, by their places in a list. */
export interface WordFinder {
  /** Words that agree with this one once a letter is taken out of each, or that sound like it. */
  eachNear(word: string, visit: (at: number, soundsAlike: boolean) => void): void;
  /** Common words that begin like this one and go on for two letters or more. */
  eachLonger(start: string, visit: (at: number) => void): void;
}

/** A finder's tables. */
export type PackedWordFinder = {
  /** The hashed skeleton of each word. */
  readonly sounds: Uint32Array<ArrayBuffer>;
  readonly buckets: PackedBuckets;
};

/** Words that agree in so many first letters stand together. */
const startLength = 4;

/**
 * Keeps each word under hashes of itself, of itself without each of its letters (Garbe's symmetric deletion, 2012), of
 * its skeleton and, if it is common, of its first letters.
 */
export function packWordFinder(
  words: readonly string[],
  isCommon: (at: number) => boolean,
): PackedWordFinder {
  const sounds = Uint32Array.from(words, soundOf);
  const buckets = packBuckets(words.length, (at, visit) => {
    const word = words[at] as string;
    eachKey(word, sounds[at] as number, visit);
    if (word.length > startLength + 1 && isCommon(at)) visit(startKey(word));
  });
  return { sounds, buckets };
}

export function openWordFinder(
  words: StringList,
  { sounds, buckets }: PackedWordFinder,
): WordFinder {
  const eachIn = openBuckets(buckets);
  /** Number of the search, from 1, in which a word was last met, to visit each once. */
  const lastSearch = new Uint32Array(words.length);
  let searches = 0;

  return {
    eachNear(word, visit) {
      const sound = soundOf(word);
      searches += 1;
      eachKey(word, sound, (key) => {
        eachIn(key, (at) => {
          if (lastSearch[at] === searches) return;
          lastSearch[at] = searches;
          visit(at, sound !== 0 && sounds[at] === sound);
        });
      });
    },
    eachLonger(start, visit) {
      eachIn(startKey(start), (at) => {
        const word = words.at(at);
        if (word.length > start.length + 1 && word.startsWith(start)) visit(at);
      });
    },
  };
}

function eachKey(word: string, sound: number, visit: (key: number) => void): void {
  visit(hash(word, 0, word.length));
  for (let at = 0; at < word.length; at += 1) visit(hash(word, 0, word.length, at));
  if (sound !== 0) visit(sound);
}

function startKey(word: string): number {
  return hash(word, 1, startLength);
}

/** The skeleton, hashed; 0 when it is too short to tell anything. */
function soundOf(word: string): number {
  const bones = skeleton(word);
  const tells = bones.length > 2 || (bones.length === 2 && word.length < 6);
  return tells ? hash(bones, 2, bones.length) : 0;
}

/** What is left of a word in a hurry: its first letter and its consonants, those that sound alike made one. */
function skeleton(word: string): string {
  return word
    .replace(/^(?:kn|gn)/, 'n')
    .replace(/^wr(?=[aeiouy])/, 'r')
    .replace(/ph/g, 'f')
    .replace(/ck|[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/gh/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)[aeiouyw]/g, '');
}

/** FNV-1a over the first letters of a word, leaving out one place. Each kind of key has its own hashes. */
function hash(word: string, kind: number, length: number, without = -1): number {
  let value = 0x811c9dc5 ^ (kind << 8);
  for (let at = 0; at < length; at += 1) {
    if (at === without) continue;
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Numbers by their keys: bucket `i` holds the entries from `starts[i]` to `starts[i + 1]`. */
type PackedBuckets = {
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly entries: Uint32Array<ArrayBuffer>;
};

/** Numbers below `count` by their keys; different keys may share a bucket. */
function packBuckets(
  count: number,
  eachKeyOf: (item: number, visit: (key: number) => void) => void,
): PackedBuckets {
  const mask = 2 ** Math.ceil(Math.log2(count * 4 + 1)) - 1;
  const starts = new Uint32Array(mask + 2);
  for (let item = 0; item < count; item += 1) {
    eachKeyOf(item, (key) => {
      const slot = (key & mask) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    });
  }
  for (let slot = 1; slot < starts.length; slot += 1) {
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
  }
  const entries = new Uint32Array(starts[mask + 1] as number);
  const next = starts.slice();
  for (let item = 0; item < count; item += 1) {
    eachKeyOf(item, (key) => {
      const slot = key & mask;
      const place = next[slot] as number;
      entries[place] = item;
      next[slot] = place + 1;
    });
  }
  return { starts, entries };
}

function openBuckets({
  starts,
  entries,
}: PackedBuckets): (key: number, visit: (item: number) => void) => void {
  const mask = starts.length - 2;
  return (key, visit) => {
    const end = starts[(key & mask) + 1] as number;
    for (let at = starts[key & mask] as number; at < end; at += 1) visit(entries[at] as number);
  };
}

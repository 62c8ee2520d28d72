import { once } from '../../packed/once.ts';
import { beginningOf } from '../differences/stem.ts';
import type { WordList } from '../differences/words.ts';
import { wordToTerm } from '../text/terms.ts';
import { foldWord } from '../text/text.ts';
import file from './thesaurus.json' with { type: 'json' };

/**
 * What sayings mean: a field of meaning and, within it, a group of sayings that stand for one another. Groups of one field
 * exclude each other ("raise" and "cut", "mayor" and "governor"). Two halves of one number, so that comparing is cheap.
 */
type Sense = number;

const groupsAField = 64;

/** Of a word as it is written in a text or in the thesaurus, what its forms have in common. */
type KeyOf = (folded: string) => string;

/** Sayings that begin alike, word by word. */
interface Beginning {
  /** Of the saying that ends here. */
  readonly senses: Sense[];
  readonly next: Map<string, Beginning>;
}

// Most programs ask for one of the two, and many for none; making it takes longer than a hundred texts.

/** `thesaurus.json` writes a field a line: `quit, resign, step down | take office`. */
const english = once(() => readFields(file.english, (folded) => wordToTerm(folded).text));
/** Languages whose endings are not known share one table, by how words begin. */
const foreign = once(() =>
  readFields([...file.spanish, ...file.german, ...file.french, ...file.portuguese], beginningOf),
);

function readFields(fields: readonly string[], keyOf: KeyOf): Beginning {
  const beginning: Beginning = { senses: [], next: new Map() };
  // A word stands in four sayings, and is taken apart once.
  const keys = new Map<string, string>();
  const keyOfWord = (word: string): string => {
    const known = keys.get(word);
    if (known !== undefined) return known;
    const key = keyOf(foldWord(word));
    keys.set(word, key);
    return key;
  };
  for (const [field, line] of fields.entries()) {
    for (const [group, sayings] of line.split('|').entries()) {
      for (const saying of sayings.split(',')) {
        let end = beginning;
        for (const word of saying.trim().split(/[ -]+/)) {
          const key = keyOfWord(word);
          let longer = end.next.get(key);
          if (!longer) {
            longer = { senses: [], next: new Map() };
            end.next.set(key, longer);
          }
          end = longer;
        }
        end.senses.push(field * groupsAField + group);
      }
    }
  }
  return beginning;
}

/** For each word, what it may mean by itself or as part of a saying. */
export function sensesOf({
  words,
  isEnglish,
}: Pick<WordList, 'words' | 'isEnglish'>): readonly (readonly Sense[])[] {
  const beginning = isEnglish ? english() : foreign();
  const senses: Sense[][] = words.map(() => []);
  const keys = words.map(({ term, stem }) => (isEnglish ? term.text : stem));
  for (let from = 0; from < keys.length; from += 1) {
    let said = beginning.next.get(keys[from] as string);
    for (let at = from; said; at += 1) {
      for (let part = from; part <= at; part += 1) senses[part]?.push(...said.senses);
      said = said.next.get(keys[at + 1] ?? '');
    }
  }
  return senses;
}

/** Whether two words stand for one another in some sense, or else exclude each other in one. */
export function relationOf(
  one: readonly Sense[],
  other: readonly Sense[],
): 'same' | 'exclusive' | undefined {
  let excludes = false;
  for (const a of one) {
    for (const b of other) {
      if (a === b) return 'same';
      excludes ||= Math.floor(a / groupsAField) === Math.floor(b / groupsAField);
    }
  }
  return excludes ? 'exclusive' : undefined;
}

import { foreignFunctionWords, foreignStopWords } from '../text/foreign-stop-words.ts';
import { type Term, wordToTerm } from '../text/terms.ts';
import { foldWord } from '../text/text.ts';
import { askingWords, functionWords } from './function-words.ts';
import { beginningOf, stemOf } from './stem.ts';

/** What a written word is by itself, wherever it stands. */
export interface WordForm {
  /** For comparing: see `foldWord`. "Don't" is "dont", "Krasner's" is "krasner". */
  readonly folded: string;
  readonly stem: string;
  /** As the index knows it. */
  readonly term: Term;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  readonly possessive: boolean;
  /** Carries meaning: it is neither grammar nor the manner of asking. */
  readonly isContent: boolean;
}

/** Texts consist of the same few words: most of them need not be taken apart again. Single words tell nobody's text. */
const known = new Map<string, WordForm>();
const mostKnown = 10_000;
/** What is longer is no word that comes again. */
const longestKnown = 20;

export function formOf(written: string): WordForm {
  const form = known.get(written);
  if (form !== undefined) return form;
  const read = readForm(written);
  if (written.length <= longestKnown) {
    if (known.size >= mostKnown) known.clear();
    known.set(written, read);
  }
  return read;
}

/**
 * The same in another language than English. Its endings are not known, so that the beginning has to do for the stem
 * (see `families.ts`), and `mil` is a thousand, not a million.
 */
export function foreignFormOf(written: string): WordForm {
  const form = formOf(written);
  if (form.folded === 'mil') return { ...form, folded: 'mille' };
  const { folded } = form;
  const builds = foreignStopWords.has(folded) || foreignFunctionWords.has(folded);
  return { ...form, stem: beginningOf(folded), isContent: !builds };
}

function readForm(written: string): WordForm {
  const first = written.charAt(0);
  // Numbers keep their separators: they are compared as they stand.
  const folded = /[\d$€£₹]/.test(first) ? written.toLowerCase() : foldWord(written);
  return {
    folded,
    stem: stemOf(folded),
    term: wordToTerm(folded),
    capital: first !== first.toLowerCase(),
    possessive: written.endsWith("'s"),
    // "ID" is a paper, "id" a slip of "I'd".
    isContent: written === 'ID' || !(functionWords.has(folded) || askingWords.has(folded)),
  };
}

import { aliases } from './aliases.ts';
import { foreignStopWords } from './foreign-stop-words.ts';
import { irregularForms } from './irregular-forms.ts';
import { stemByScript } from './light-stems.ts';
import { stemWord } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { longestWord } from './text.ts';

/** What kind of word a term came from: `stop` says too little to be looked up. */
export type TermKind = 'word' | 'number' | 'stop';

export interface Term {
  readonly text: string;
  readonly kind: TermKind;
}

/** The term of a folded word that is no number: the stem of its alias or of its first form ("broke" is "break"). */
export function wordToTerm(folded: string): Term {
  const word = aliases.get(folded) ?? folded;
  if (stopWords.has(word) || foreignStopWords.has(folded)) return { text: word, kind: 'stop' };
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return { text: word, kind: 'number' };
  if (word.length > longestWord) return { text: word, kind: 'word' };
  if (first >= 0x0620) return { text: stemByScript(word), kind: 'word' };
  return { text: stemWord(irregularForms.get(word) ?? word), kind: 'word' };
}

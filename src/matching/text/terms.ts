import { aliases } from './aliases.ts';
import { foreignStopWords } from './foreign-stop-words.ts';
import { irregularForms } from './irregular-forms.ts';
import { stemByScript } from './light-stems.ts';
import { foreignMagnitudes } from './magnitudes.ts';
import { isGroupedByPoint } from './number-format.ts';
import { stemWord } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { isUnspaced, longestWord, type Word } from './text.ts';

/** What kind of word a term came from: `stop` says too little to be looked up. */
export type TermKind = 'word' | 'number' | 'stop';

export interface Term {
  readonly text: string;
  readonly kind: TermKind;
}

const magnitudes: ReadonlyMap<string, number> = new Map([
  ...foreignMagnitudes,
  ['k', 1e3],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['m', 1e6],
  ['mn', 1e6],
  ['mil', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['milion', 1e6],
  ['millon', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['bilion', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
]);

/**
 * Turns words into the terms of the index and calls `emit` once a term with the place of its word. A number takes its
 * magnitude along (`$1.45M`, `1.45 million` and `1,450,000` are one term); scripts without blanks give pairs of
 * characters, the usual unit for them (Nie et al., 2000).
 */
export function eachTerm(
  words: readonly Word[],
  termOf: (folded: string) => number,
  emit: (term: number, place: number) => void,
): void {
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place];
    if (word === undefined) break;
    const { folded, written } = word;
    const first = folded.charCodeAt(0);
    const spelled = smallNumbers.has(folded) ? readSpelled(words, place) : undefined;
    if (spelled !== undefined || (first >= 48 && first <= 57)) {
      const start = place;
      if (spelled !== undefined) place = spelled.last;
      const next = words[place + 1]?.folded ?? '';
      const joined = isUnspaced(next);
      const number = readNumber(spelled?.text ?? folded, joined ? next.charAt(0) : next);
      emit(termOf(number.text), start);
      if (number.tookNext) {
        place += 1;
        if (joined) eachPair(next.slice(1), (pair) => emit(termOf(pair), place));
      }
    } else if (isUnspaced(folded)) {
      eachPair(folded, (pair) => emit(termOf(pair), place));
    } else {
      emit(termOf(written === 'US' || written === 'U.S.' ? 'america' : folded), place);
    }
  }
}

/** Pairs of neighbouring characters, or the only one. */
function eachPair(run: string, visit: (pair: string) => void): void {
  const characters = [...run];
  if (characters.length === 1) visit(run);
  for (let at = 1; at < characters.length; at += 1) visit(`${characters[at - 1]}${characters[at]}`);
}

const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, (at + 2) * 10] as const),
]);

/** `five hundred sixty-two` → 562: numbers below a thousand in words, from the word at `place` on. */
function readSpelled(words: readonly Word[], place: number): { text: string; last: number } {
  let value = 0;
  let last = place;
  for (let at = place; at < words.length; at += 1) {
    const word = words[at]?.folded ?? '';
    const small = smallNumbers.get(word);
    const fits = value % 100 === 0 || (value % 10 === 0 && value % 100 >= 20 && (small ?? 10) < 10);
    if (small !== undefined && (at === place || fits)) value += small;
    else if (word === 'hundred' && value > 0 && value < 10) value *= 100;
    else if (word !== 'and' || value < 100 || !smallNumbers.has(words[at + 1]?.folded ?? '')) break;
    last = at;
  }
  return { text: String(value), last };
}

function readNumber(folded: string, next: string): { text: string; tookNext: boolean } {
  const [, digits = folded, suffix = ''] = /^(\d+(?:\.\d+)?)(\p{L}*)$/u.exec(folded) ?? [];
  const value = Number(digits);
  if (Number.isNaN(value)) return { text: folded, tookNext: false };
  if (suffix === '') {
    // A letter after a number is seldom a magnitude; a sign is.
    const magnitude = /^\w?$/.test(next) ? undefined : magnitudes.get(next);
    const grouped = isGroupedByPoint(digits) ? 1000 : 1;
    return magnitude === undefined
      ? { text: String(value * grouped), tookNext: false }
      : { text: amount(value * magnitude), tookNext: true };
  }
  if (/^(?:st|nd|rd|th|s|x)$/.test(suffix)) return { text: String(value), tookNext: false };
  const magnitude = magnitudes.get(suffix);
  return { text: magnitude === undefined ? folded : amount(value * magnitude), tookNext: false };
}

/** Without the noise of binary fractions: 1.1 million is 1100000, not 1100000.0000000001. */
function amount(value: number): string {
  return String(Number(value.toPrecision(12)));
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

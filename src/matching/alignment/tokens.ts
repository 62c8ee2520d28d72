import { months } from '../amounts/number-words.ts';
import type { Reading } from '../differences/reading.ts';
import type { Word } from '../differences/words.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { isSlip } from './slips.ts';
import { sensesOf } from './thesaurus.ts';

/** A content word with what it takes to compare it; amounts and times are compared by themselves. */
export interface Token {
  readonly word: Word;
  /** Place among the words of its reading. */
  readonly at: number;
  /** As the index knows it. */
  readonly term: string;
  /** Its place in the lexicon, or -1. */
  readonly lexiconPlace: number;
  /** Terms that it may stand for, if no statement has it: a misspelling, or words run together. */
  readonly corrected: readonly string[];
  /** What it may mean, as `thesaurus.ts` knows it. */
  readonly senses: readonly number[];
}

/** The terms that a word may stand for, or undefined if a statement has it as it is. */
export type CorrectUnknown = (folded: string) => readonly string[] | undefined;

/** Statements are spelt as they are meant. */
const asItIs: CorrectUnknown = () => undefined;

/** Those that are other words, too. */
const ambiguousMonths = new Set(['may', 'march', 'mar']);

export function tokensOf(
  reading: Reading,
  lexicon: Lexicon,
  correctUnknown: CorrectUnknown = asItIs,
  leftOut?: string,
): Token[] {
  const { words, isContent, isNumber } = reading;
  const tokens: Token[] = [];
  const senses = leftOut === 'thesaurus' ? [] : sensesOf(reading);
  for (const [at, word] of words.entries()) {
    if (!isContent[at] || isNumber[at]) continue;
    const { folded } = word;
    if (months.has(folded) && !ambiguousMonths.has(folded)) continue;
    const { text, kind } = word.term;
    if (kind === 'number') continue;
    const lexiconPlace = lexicon.placeOf(text);
    const corrected = correctUnknown(folded);
    if (leftOut !== 'slips' && corrected && lexiconPlace < 0 && isSlip(folded)) continue;
    tokens.push({
      word,
      at,
      term: text,
      lexiconPlace,
      corrected: corrected ?? [],
      senses: senses[at] ?? [],
    });
  }
  return tokens;
}

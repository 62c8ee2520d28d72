import type { Reading } from '../differences/reading.ts';
import type { Word } from '../differences/words.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { wordToTerm } from '../text/terms.ts';

/** A content word with what it takes to compare it; amounts and dates are read by `readAmounts`. */
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
}

export type Correct = (folded: string) => readonly string[];
const asItIs: Correct = () => [];

export function tokensOf(
  { words, isContent, isNumber }: Reading,
  lexicon: Lexicon,
  correct: Correct = asItIs,
): Token[] {
  const tokens: Token[] = [];
  for (const [at, word] of words.entries()) {
    if (!isContent[at] || isNumber[at]) continue;
    const { text, kind } = wordToTerm(word.folded);
    if (kind === 'number') continue;
    tokens.push({
      word,
      at,
      term: text,
      lexiconPlace: lexicon.placeOf(text),
      corrected: correct(word.folded),
    });
  }
  return tokens;
}

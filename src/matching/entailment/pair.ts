import type { Alignment } from '../alignment/align.ts';
import type { Token } from '../alignment/tokens.ts';
import type { Reading } from '../differences/reading.ts';
import type { Word } from '../differences/words.ts';
import type { Lexicon } from '../index/lexicon.ts';

/** A text and the saying of a claim that it has most of, word beside word. */
export interface Pair {
  readonly text: readonly PairWord[];
  readonly claim: readonly PairWord[];
  /** How near each word of the text, row by row, comes to each of the claim, from 0 to 1. */
  readonly nearness: Float64Array;
}

export interface PairWord {
  /** Folded. */
  readonly word: string;
  /** Its place in the lexicon, or -1. */
  readonly lexiconPlace: number;
  /** 0 or 1 for each of `wordMarks`. */
  readonly marks: readonly number[];
}

/** What is said of a word beside the word itself. */
export const wordMarks = ['content', 'number', 'opens', 'capital', 'focus'] as const;

/** So many words of a text are read, in longer ones from a little before the sentence that has most of the claim. */
export const mostWords = 40;
const wordsBefore = 8;

export function pairOf({ text, focus, best, nearnessAt }: Alignment, lexicon: Lexicon): Pair {
  const sentence = text.tokens[focus[0] ?? 0]?.word.sentence ?? 0;
  const asked = stretchOf(text.reading, text.tokens, startOf(text.reading.words, sentence));
  const checked = stretchOf(best.saying.reading, best.saying.tokens, 0);
  const nearness = Float64Array.from(
    { length: asked.words.length * checked.words.length },
    (_, at) => {
      const row = Math.floor(at / checked.words.length);
      const column = at % checked.words.length;
      const token = asked.tokenAt[row] as number;
      const other = checked.tokenAt[column] as number;
      return token >= 0 && other >= 0
        ? nearnessAt(token, other)
        : Number(isSameWord(asked.words[row] as Word, checked.words[column] as Word));
    },
  );
  const isInFocus = (word: Word) => word.sentence === sentence;
  return {
    text: pairWordsOf(text.reading, asked, lexicon, isInFocus),
    claim: pairWordsOf(best.saying.reading, checked, lexicon, () => true),
    nearness,
  };
}

/** Words that follow one another in a reading. */
interface Stretch {
  readonly from: number;
  readonly words: readonly Word[];
  /** For each word its place among the tokens, or -1. */
  readonly tokenAt: readonly number[];
}

function stretchOf({ words }: Reading, tokens: readonly Token[], from: number): Stretch {
  const stretch = words.slice(from, from + mostWords);
  const tokenAt = new Array<number>(stretch.length).fill(-1);
  for (const [place, { at }] of tokens.entries()) {
    if (at >= from && at < from + stretch.length) tokenAt[at - from] = place;
  }
  return { from, words: stretch, tokenAt };
}

function startOf(words: readonly Word[], sentence: number): number {
  const last = words.length - mostWords;
  if (last <= 0) return 0;
  const first = words.findIndex((word) => word.sentence === sentence);
  return Math.max(0, Math.min(first - wordsBefore, last));
}

function isSameWord(one: Word, other: Word): boolean {
  return one.folded === other.folded || one.term.text === other.term.text;
}

function pairWordsOf(
  { isContent, isNumber }: Reading,
  { from, words }: Stretch,
  lexicon: Lexicon,
  isInFocus: (word: Word) => boolean,
): PairWord[] {
  return words.map((word, place) => ({
    word: word.folded,
    lexiconPlace: lexicon.placeOf(word.term.text),
    marks: [
      isContent[from + place],
      isNumber[from + place],
      word.opens,
      word.capital,
      isInFocus(word),
    ].map(Number),
  }));
}

import { isUnspaced, type Word } from '../text/text.ts';
import { gluedNumber, rankEnding } from './glued-number.ts';
import {
  figuresAt,
  mayContinueNumber,
  mayOpenNumber,
  spelledNumberAt,
  withDecimals,
  withHalf,
} from './number-at.ts';
import { noNumbersInEnglish } from './number-words.ts';
import { isFrenchVery, type NumberPiece } from './pieces.ts';

/** A number as the index knows it: without its measure and what else it may stand for. */
export interface NumberOfWords {
  readonly value: number;
  /** What is glued to it and counts as a word by itself: "mg", "pm". */
  readonly unit: string | undefined;
  /** Its last word. */
  readonly last: number;
  /** Its last word is a run of a script without blanks, of which only the first character is a part of it. */
  readonly endsInRun: boolean;
}

/** "Quatre-vingt-dix-sept mille" and "two and a half million" have fewer. */
const mostWords = 12;

/**
 * The number that begins at a word of a text whose language nobody knows, read as `readAmounts` does. What is a number in one language
 * and another word in English is none by itself: "once", but "once mil".
 */
export function numberOfWords(words: readonly Word[], at: number): NumberOfWords | undefined {
  const first = words[at] as Word;
  if (!mayBegin(first)) return undefined;
  const pieces: NumberPiece[] = [];
  const next = words[at + 1]?.folded ?? '';
  const length = isUnspaced(next) || mayContinueNumber(next) ? mostWords : 1;
  let isRun = false;
  for (let place = at; place < words.length && place < at + length && !isRun; place += 1) {
    const { folded } = words[place] as Word;
    // A letter by itself is seldom a magnitude.
    if (place === at + 1 && /^[a-z]$/.test(folded) && /^\d/.test(first.folded)) break;
    isRun = isUnspaced(folded);
    pieces.push(isRun ? wordPiece(folded.charAt(0)) : pieceOf(folded));
  }
  const read = plainNumber(pieces);
  if (read === undefined) return undefined;
  const { value, last, unit } = read;
  if (last === 0 && noNumbersInEnglish.has(first.folded)) return undefined;
  return { value, unit, last: at + last, endsInRun: isRun && last === pieces.length - 1 };
}

function mayBegin({ folded, written }: Word): boolean {
  const first = folded.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  return mayOpenNumber(folded) && !isFrenchVery(written);
}

function plainNumber(
  pieces: readonly NumberPiece[],
): { value: number; last: number; unit?: string | undefined } | undefined {
  const first = pieces[0];
  if (first?.number === undefined) {
    const spelled = spelledNumberAt(pieces, 0);
    return spelled && withDecimals(pieces, spelled);
  }
  const { number, suffix } = first;
  if (suffix === '') {
    const figures = figuresAt(pieces, 0);
    return figures && withHalf(pieces, figures);
  }
  if (rankEnding.test(suffix) || /^[sx]$/.test(suffix)) return { value: number, last: 0 };
  if (/^[ap]m$/.test(suffix)) return { value: number, unit: suffix, last: 0 };
  const glued = gluedNumber(first);
  // "5G" and "3D" are names.
  if (!glued || (glued.scale === 1 && suffix.length < 2)) return undefined;
  return { value: glued.value, unit: glued.unit || undefined, last: 0 };
}

function pieceOf(folded: string): NumberPiece {
  if (!/^\d/.test(folded)) return wordPiece(folded);
  const [, digits, suffix = ''] = /^(\d+(?:\.\d+)?)(\p{L}*)$/u.exec(folded) ?? [];
  return digits === undefined
    ? wordPiece(folded)
    : { folded: digits, number: Number(digits), suffix };
}

function wordPiece(folded: string): NumberPiece {
  return { folded, number: undefined, suffix: '' };
}

import type { Amount, Amounts, Time } from './amount.ts';
import { amountAt, inRange } from './amount-at.ts';
import { boundBeside } from './bounds.ts';
import { magnitudes, noNumbersInEnglish, shares } from './number-words.ts';
import { mayOpen } from './opening-words.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { shortYear, timeAt } from './times.ts';
import type { AmountRead } from './with-unit.ts';

/** Amounts and times. More would be a table, not a statement: each is compared with each of a claim. */
const mostRead = 100;

/** The numbers and times of a text; `isEnglish` decides what "once" and "seize" are. */
export function readAmounts(text: string, isEnglish = true): Amounts {
  const pieces = piecesOf(text);
  const amounts: Amount[] = [];
  const times: Time[] = [];
  for (let at = 0; at < pieces.length && amounts.length + times.length < mostRead; at += 1) {
    if (!mayOpen(pieces, at)) continue;
    const time = timeAt(pieces, at);
    if (time) {
      times.push(time.time);
      at = time.last;
      continue;
    }
    if (isListNumber(pieces, at) || (isEnglish && noNumbersInEnglish.has(pieces[at]?.folded ?? '')))
      continue;
    const read = amountAt(pieces, at);
    if (!read) continue;
    amounts.push(amountOf(pieces, at, inRange(pieces, read)));
    at = read.last;
  }
  return { amounts, times };
}

/** "1. The first item". */
function isListNumber(pieces: readonly Piece[], at: number): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  const isFirst = at === 0 || /[.!?\n]\s*$/.test(piece?.gap ?? '');
  return isFirst && /^\d$/.test(piece?.folded ?? '') && /^[.)] /.test(next?.gap ?? '');
}

function amountOf(pieces: readonly Piece[], at: number, read: AmountRead): Amount {
  const { value, measures, last, numberLast = last, coin, orValue } = read;
  const first = pieces[at];
  const to = (place: number) => pieces[place]?.to ?? 0;
  const begin = at - Number(isCountedByArticle(pieces, at));
  return {
    value: isNegative(pieces, at, measures) ? -value : value,
    measures,
    coin,
    orValue,
    mayBeYear: measures === 'count' && isShortYear(first, value),
    ...boundBeside(pieces, begin, last),
    from: pieces[begin]?.from ?? 0,
    to: to(last),
    numberTo: to(numberLast),
  };
}

/** "Minus 5 degrees", "-5 °C"; "-16 ans" are those who are younger, and "- 5 people" is a list. */
function isNegative(pieces: readonly Piece[], at: number, measures: string): boolean {
  const piece = pieces[at];
  if (piece?.number === undefined) return false;
  const hasDash = (at === 0 ? /^[-−]$/ : /\s[-−]$/).test(piece.gap);
  return pieces[at - 1]?.folded === 'minus' || (hasDash && measures === 'degree');
}

/** "A third", "a billion". */
function isCountedByArticle(pieces: readonly Piece[], at: number): boolean {
  const folded = pieces[at]?.folded ?? '';
  const isOne = shares.has(folded) || magnitudes.has(folded);
  return isOne && /^an?$/.test(pieces[at - 1]?.folded ?? '');
}

/** Two digits, or as they are spoken. */
function isShortYear(first: Piece | undefined, value: number): boolean {
  if (first?.number !== undefined) return value === first.number && shortYear(first) !== undefined;
  return value >= 10 && value < 100 && Number.isInteger(value);
}

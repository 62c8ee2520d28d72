import { gluedNumber, rankEnding } from './glued-number.ts';
import { hourAt } from './hour-at.ts';
import { figuresAt, magnitudeOf, spelledNumberAt, withDecimals, withHalf } from './number-at.ts';
import { factors, halves, ranks, smallNumbers } from './number-words.ts';
import type { Piece } from './pieces.ts';
import { type ShareRead, shareAt } from './share-at.ts';
import { type UnitWord, units } from './units.ts';
import { type AmountRead, measured, moneyBefore, withUnit } from './with-unit.ts';

/** The amount that begins at a piece: an hour, a part, a factor, a rank, or a number with its unit. */
export function amountAt(pieces: readonly Piece[], at: number): AmountRead | undefined {
  const first = pieces[at];
  if (!first) return undefined;
  const hour = hourAt(first);
  if (hour) return { ...hour, measures: 'clock', last: at };
  const half = halfAt(pieces, at);
  if (half) return half;
  const share = shareAt(pieces, at);
  if (share) return ofMagnitude(pieces, share) ?? { ...share, measures: 'share' };
  if (first.number === undefined) {
    const factor = factorAt(pieces, at);
    if (factor !== undefined) return { value: factor, measures: 'times', last: at };
    const rank = ranks.get(first.folded);
    if (rank !== undefined && !(first.folded === 'second' && isCounted(pieces[at - 1])))
      return { value: rank, measures: 'rank', last: at };
    const number = spelledNumberAt(pieces, at);
    return number && withUnit(pieces, withDecimals(pieces, number), undefined);
  }
  if (rankEnding.test(first.suffix)) return { value: first.number, measures: 'rank', last: at };
  const sign = units.get(first.prefix);
  if (first.suffix === '') {
    const number = figuresAt(pieces, at);
    const own = sign ?? moneyBefore(pieces[at - 1]);
    return number && withUnit(pieces, withHalf(pieces, number), own);
  }
  return gluedAt(pieces, at, sign);
}

/** "62k", "8.4m", "3M€", "60%", "1.5mg". */
function gluedAt(
  pieces: readonly Piece[],
  at: number,
  sign: UnitWord | undefined,
): AmountRead | undefined {
  const piece = pieces[at];
  if (piece?.number === undefined) return undefined;
  // "Under 30s" are people.
  if (piece.suffix === 's' && /^(?:under|over)$/.test(pieces[at - 1]?.folded ?? ''))
    return { value: piece.number, measures: 'count', last: at };
  const glued = gluedNumber(piece);
  if (!glued || (piece.suffix === 't' && !sign)) return undefined;
  const { unit, orValue, ...read } = glued;
  const own = sign ?? units.get(unit);
  if (glued.scale === 1) return measured({ ...read, last: at }, own, at);
  const isMetres = piece.suffix === 'm' && sign !== undefined;
  const other = orValue !== undefined && !isMetres ? { orValue } : {};
  return withUnit(pieces, { ...read, ...other, last: at }, own);
}

/** "Half a million", "half an hour", "medio millón", "eine halbe Stunde". */
function halfAt(pieces: readonly Piece[], at: number): AmountRead | undefined {
  if (!halves.has(pieces[at]?.folded ?? '')) return undefined;
  const last = /^(?:a|an)$/.test(pieces[at + 1]?.folded ?? '') ? at + 2 : at + 1;
  const magnitude = magnitudeOf(pieces[last]);
  if (magnitude !== undefined && magnitude >= 12)
    return withUnit(pieces, { value: magnitude / 2, scale: 1, last }, undefined);
  const unit = units.get(pieces[last]?.folded ?? '');
  const isMeasure = unit && !/^(?:share|times|money)$/.test(unit.measures);
  return isMeasure && (pieces[last]?.folded.length ?? 0) > 1
    ? { value: unit.factor / 2, measures: unit.measures, last, numberLast: at }
    : undefined;
}

/** "A quarter of a million", "three quarters of a billion". */
function ofMagnitude(pieces: readonly Piece[], { value, last }: ShareRead): AmountRead | undefined {
  if (pieces[last + 1]?.folded !== 'of') return undefined;
  const place = last + (pieces[last + 2]?.folded === 'a' ? 3 : 2);
  const magnitude = magnitudeOf(pieces[place]) ?? 0;
  return magnitude >= 1000
    ? withUnit(pieces, { value: value * magnitude, scale: 1, last: place }, undefined)
    : undefined;
}

/** "Is double the", where "double standards" are none. */
function factorAt(pieces: readonly Piece[], at: number): number | undefined {
  const folded = pieces[at]?.folded ?? '';
  const before = pieces[at - 1]?.folded ?? '';
  const after = pieces[at + 1]?.folded ?? '';
  if (
    folded === 'double' &&
    !/^(?:is|are|was|were|be|nearly|almost|than|will|to)$/.test(before) &&
    !/^(?:the|what|that|as)$/.test(after)
  )
    return undefined;
  return factors.get(folded);
}

function isCounted(before: Piece | undefined): boolean {
  return before?.number !== undefined || smallNumbers.has(before?.folded ?? '');
}

/** "5 to 10 percent": the first number is of the second one's measure. */
export function inRange(pieces: readonly Piece[], read: AmountRead): AmountRead {
  if (read.measures !== 'count' || read.scale !== 1) return read;
  const next = pieces[read.last + 1];
  const isJoined = /^(?:to|or|and|bis|oder|und|a|o|y|ou|et|e|ate)$/.test(next?.folded ?? '');
  if (!isJoined && !/^ ?[-–—] ?$/.test(next?.gap ?? '')) return read;
  const end = amountAt(pieces, read.last + (isJoined ? 2 : 1));
  if (end?.scale === undefined || end.value <= read.value * end.scale) return read;
  return { ...end, value: read.value * end.scale, last: read.last, numberLast: read.last };
}

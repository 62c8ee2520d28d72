import { isMisspelling } from '../text/misspelling.ts';
import { lastOfHalf, type NumberRead } from './number-at.ts';
import type { Piece } from './pieces.ts';
import { type UnitWord, units } from './units.ts';

/** A number with what it measures; `last` is its last piece. */
export interface AmountRead {
  readonly value: number;
  readonly measures: string;
  readonly last: number;
  /** The last piece before its unit. */
  readonly numberLast?: number;
  readonly coin?: string | undefined;
  readonly orValue?: number | undefined;
  /** What the figures were multiplied by, for a number with a unit. */
  readonly scale?: number;
}

/** The number with the unit behind it, where it brings none along. */
export function withUnit(
  pieces: readonly Piece[],
  read: NumberRead,
  unit: UnitWord | undefined,
): AmountRead {
  const { last } = read;
  const next = pieces[last + 1];
  const isPerCent =
    /^(?:per|pro|por|pour)$/.test(next?.folded ?? '') &&
    /^(?:cent|hundert|ciento|cento)$/.test(pieces[last + 2]?.folded ?? '');
  if (isPerCent) return measured({ ...read, last: last + 2 }, percent, last);
  const behind = next?.number === undefined ? unitOf(next?.folded ?? '') : undefined;
  // A letter by itself is a unit only behind digits: "5 h", not "five a".
  const isWritten =
    (next?.folded.length ?? 0) > 1 ||
    pieces[last]?.number !== undefined ||
    /^\P{L}$/u.test(next?.folded ?? '');
  if (!behind || unit !== undefined || !isWritten) return measured(read, unit, last);
  // "Dos años y medio".
  const half = lastOfHalf(pieces, last + 1);
  return half === undefined
    ? measured({ ...read, last: last + 1 }, behind, last)
    : measured({ ...read, value: read.value + 0.5, last: half }, behind, last);
}

function unitOf(folded: string): UnitWord | undefined {
  return units.get(folded) ?? (isMisspelling(folded, 'percent') ? percent : undefined);
}

const percent: UnitWord = { measures: 'share', factor: 1 };

export function measured(
  { value, orValue, scale, last }: NumberRead,
  unit: UnitWord | undefined,
  numberLast: number,
): AmountRead {
  const factor = unit?.measures === 'share' ? 0.01 : (unit?.factor ?? 1);
  return {
    value: value * factor,
    measures: unit?.measures ?? 'count',
    coin: unit?.coin,
    orValue: orValue === undefined ? undefined : orValue * factor,
    scale: scale * factor,
    last,
    numberLast,
  };
}

/** "USD 1.45 million". */
export function moneyBefore(piece: Piece | undefined): UnitWord | undefined {
  const unit = /^(?:usd|eur|gbp|rs)$/.test(piece?.folded ?? '')
    ? units.get(piece?.folded ?? '')
    : undefined;
  return unit?.measures === 'money' ? unit : undefined;
}

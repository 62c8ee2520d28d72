import { magnitudeOf } from './number-at.ts';
import { ranks, shares, smallNumbers } from './number-words.ts';
import type { Piece } from './pieces.ts';
import { isYear } from './times.ts';

/** A part of a whole that begins at a piece; `last` is its last piece. */
export interface ShareRead {
  readonly value: number;
  readonly last: number;
}

/** "Half", "a third of", "two thirds", "1/3", "3 in 10", "drei von zehn". */
export function shareAt(pieces: readonly Piece[], at: number): ShareRead | undefined {
  const first = pieces[at];
  if (!first) return undefined;
  if (first.number !== undefined && first.number < 1 && /[/⁄]/.test(first.folded))
    return { value: first.number, last: at };
  const article = /^(?:a|an|one|un|um|ein|une|uma|una|eine)$/.test(first.folded);
  const next = pieces[at + 1];
  // "A 3rd".
  if (article && next?.suffix === 'rd' && next.number === 3) return { value: 1 / 3, last: at + 1 };
  const count = first.suffix === '' ? (first.number ?? smallNumbers.get(first.folded)) : undefined;
  const part = shares.get(next?.folded ?? '');
  if (count !== undefined && count > 0 && count < 10) {
    if (part !== undefined && part < 0.5) return { value: count * part, last: at + 1 };
    const whole = outOf(pieces, at, count);
    if (whole) return whole;
  }
  const share = shares.get(first.folded);
  if (share === undefined || isRankHere(pieces, at)) return undefined;
  // "The first half" is half of something that is told apart from the other.
  if (share === 0.5 && (isOneOfTwo(pieces[at - 1]) || magnitudeOf(next) !== undefined))
    return undefined;
  return { value: share, last: at };
}

/** "3 in 10", "1 out of 5", "one in every four". */
function outOf(pieces: readonly Piece[], at: number, count: number): ShareRead | undefined {
  const middle = pieces[at + 1]?.folded ?? '';
  let last = middle === 'out' && pieces[at + 2]?.folded === 'of' ? at + 3 : at + 2;
  if (/^(?:every|each|cada|chaque)$/.test(pieces[last]?.folded ?? '')) last += 1;
  const whole = pieces[last];
  const size = whole?.number ?? smallNumbers.get(whole?.folded ?? '');
  if (!/^(?:in|of|out|von|de|sur|em|aus)$/.test(middle) || size === undefined) return undefined;
  // "9 of 71 routes" are two numbers.
  if (!/^(?:in|out)$/.test(middle) && size > 10 && size !== 100) return undefined;
  if (size <= count || isYear(whole) || whole?.suffix !== '') return undefined;
  return { value: count / size, last };
}

/** "The third floor" and "a third party" are ranks, "a third of" and "by a third" shares. */
function isRankHere(pieces: readonly Piece[], at: number): boolean {
  if (!ranks.has(pieces[at]?.folded ?? '')) return false;
  const next = pieces[at + 1];
  if (/^(?:of|de|der|des|do|da)$/.test(next?.folded ?? '')) return false;
  const ends = next === undefined || next.gap.trim() !== '' || goesOn.test(next.folded);
  return !(ends && /^(?:a|one|un|um|ein)$/.test(pieces[at - 1]?.folded ?? ''));
}

const goesOn = /^(?:more|less|fewer|higher|lower|as|the|in|since|over|by|to|than)$/;

function isOneOfTwo(before: Piece | undefined): boolean {
  const folded = before?.folded ?? '';
  return /^(?:latter|other|better)$/.test(folded) || ranks.has(folded);
}

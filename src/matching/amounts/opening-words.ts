import { mayOpenNumber } from './number-at.ts';
import { decades, factors, halves, months, ranks, shares } from './number-words.ts';
import type { Piece } from './pieces.ts';

/** Words, beside those that spell a number, with which an amount or a time begins. The letters: "q3 2019". */
const openingWords: ReadonlySet<string> = new Set([
  ...[months, ranks, decades, shares, factors].flatMap((words) => [...words.keys()]),
  ...halves,
  ...['q', 'h', 't'],
]);

/** Whether an amount or a time may begin with a piece: of most words of a text none does, and they are soon passed over. */
export function mayOpen(pieces: readonly Piece[], at: number): boolean {
  const { number, folded } = pieces[at] as Piece;
  return (
    number !== undefined ||
    /^\d/.test(folded) ||
    openingWords.has(folded) ||
    // "A 3rd".
    pieces[at + 1]?.suffix === 'rd' ||
    mayOpenNumber(folded)
  );
}

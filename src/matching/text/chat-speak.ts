import { aliases } from './aliases.ts';
import type { Word } from './text.ts';

/** One may be a word of another language. */
const fewestMarks = 2;

/** Written as in a chat: `u`, `ppl`, `tht`, at least two of them. */
export function isChatSpeak(words: readonly Word[]): boolean {
  const marks = new Set<string>();
  for (const { folded, written } of words) {
    if (written === 'b' || written === 'w' || aliases.has(folded)) marks.add(folded);
    if (marks.size >= fewestMarks) return true;
  }
  return false;
}

/**
 * How much of a word's rarity counts in a chat: there `2` is to, `w` with and `b` be more often than a number or an
 * initial, which has a capital.
 */
export function chatShare(written: string): number {
  return /^[a-z24]$/.test(written) ? 0.3 : 1;
}

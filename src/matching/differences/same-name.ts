import { aliases } from '../text/aliases.ts';
import { isMisspelling } from '../text/misspelling.ts';
import type { CheckedReading } from './reading.ts';

/** Whether a word stands for a part of a name: as written, cut short ("philly"), with a possessive that lost its apostrophe, or misspelt. */
export function isSameName(word: string, part: string): boolean {
  if ((aliases.get(word) ?? word) === (aliases.get(part) ?? part)) return true;
  const longer = word.length > part.length ? word : part;
  const shorter = longer === word ? part : word;
  if (longer.length === shorter.length + 1 && longer.endsWith('s') && longer.startsWith(shorter))
    return true;
  // "Christians" and "Christianity", but not "tickets" and "Ticketmaster".
  const isNear = shorter.length >= 7 && longer.length <= shorter.length + 3;
  if (isNear && longer.startsWith(shorter.slice(0, -2)) && !longer.endsWith('s')) return true;
  return isMisspelling(word, part);
}

/** Whether any reading of the claim has the word. */
export function isMentioned(word: string, { spellings }: CheckedReading): boolean {
  if (spellings.has(word)) return true;
  for (const spelling of spellings) if (isSameName(word, spelling)) return true;
  return false;
}

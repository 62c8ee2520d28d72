import { isSameAmount } from '../amounts/same-amount.ts';
import type { Evidence, Statement } from '../matcher.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isSameName } from './same-name.ts';

const mostWords = 12;

/** What both sides share, for people who ask why they got this answer. `rarity` is higher for rarer words. */
export function gatherEvidence(
  asked: Reading,
  claim: CheckedReading,
  statement: Statement,
  rarity: (word: string) => number,
): Evidence {
  const words = new Map<string, string>();
  for (const [at, word] of asked.words.entries()) {
    if (asked.isContent[at] && claim.mentioned.has(word.stem) && !words.has(word.stem))
      words.set(word.stem, word.text);
  }
  return {
    words: [...words.values()].sort((a, b) => rarity(b) - rarity(a)).slice(0, mostWords),
    wording: statement.wordings?.[closestWording(asked, claim)],
    numbers: sharedNumbers(asked, claim),
    names: sharedNames(asked, claim),
  };
}

/** The index of the wording that is closer than the claim's own text, or -1. */
function closestWording(asked: Reading, { main, wordings }: CheckedReading): number {
  let best = likeness(asked, main);
  let closest = -1;
  for (const [index, wording] of wordings.entries()) {
    const own = likeness(asked, wording);
    if (own > best) {
      best = own;
      closest = index;
    }
  }
  return closest;
}

/** Dice's coefficient over content stems: 1 for the same words, 0 for none in common. */
function likeness(a: Reading, b: Reading): number {
  let shared = 0;
  for (const stem of a.stems) if (b.stems.has(stem)) shared++;
  return (2 * shared) / Math.max(1, a.stems.size + b.stems.size);
}

function sharedNumbers(asked: Reading, claim: CheckedReading): string[] {
  const shared = new Set<string>();
  for (const amount of asked.amounts) {
    if (claim.all.some(({ amounts }) => amounts.some((other) => isSameAmount(amount, other))))
      shared.add(asked.text.slice(amount.from, amount.to));
  }
  for (const { year, from, to } of asked.times) {
    if (claim.all.some(({ times }) => times.some((other) => other.year === year)))
      shared.add(asked.text.slice(from, to));
  }
  return [...shared];
}

function sharedNames(asked: Reading, claim: CheckedReading): string[] {
  const shared = new Set<string>();
  const parts = [...new Set(claim.names.flatMap(({ parts }) => parts))];
  for (const word of asked.words) {
    if (parts.some((part) => isSameName(word.folded, part)))
      shared.add(word.text.replace(/'s$/, ''));
  }
  return [...shared];
}

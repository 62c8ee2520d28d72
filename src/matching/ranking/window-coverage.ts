import type { Question } from './question.ts';

/** A place in a long message where one of its claims may be told: this many terms. */
const windowLength = 20;

/** The largest share of mass that the candidate covers in any stretch of the message. */
export function windowCoverage({ terms, sequence }: Question, closeness: Float32Array): number {
  const first = Math.min(windowLength, sequence.length) - 1;
  const rarities = terms.map(({ rarity }) => rarity);
  let mass = 0;
  let shared = 0;
  let best = 0;
  for (let at = 0; at < sequence.length; at += 1) {
    const place = sequence[at] as number;
    const rarity = rarities[place] as number;
    mass += rarity;
    if (closeness[place] === 1) shared += rarity;
    if (at >= windowLength) {
      const left = sequence[at - windowLength] as number;
      const gone = rarities[left] as number;
      mass -= gone;
      if (closeness[left] === 1) shared -= gone;
    }
    if (at >= first && mass > 0) best = Math.max(best, shared / mass);
  }
  return best;
}

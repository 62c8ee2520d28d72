import type { Question } from './question.ts';

/** A place in a long message where one of its claims may be told: this many terms. */
const windowLength = 20;

/** The largest share of mass that the candidate covers in any stretch of the message. */
export function windowCoverage({ terms, sequence }: Question, closeness: Float32Array): number {
  const first = Math.min(windowLength, sequence.length) - 1;
  let mass = 0;
  let shared = 0;
  let best = 0;
  const take = (at: number, sign: 1 | -1): void => {
    const place = sequence[at] ?? 0;
    const rarity = terms[place]?.rarity ?? 0;
    mass += sign * rarity;
    if (closeness[place] === 1) shared += sign * rarity;
  };
  for (let at = 0; at < sequence.length; at += 1) {
    take(at, 1);
    if (at >= windowLength) take(at - windowLength, -1);
    if (at >= first && mass > 0) best = Math.max(best, shared / mass);
  }
  return best;
}

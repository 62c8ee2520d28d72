import { sortRange } from './sort-range.ts';

/** Scores are parted into so many ranges of equal width. */
const ranges = 4096;

/**
 * The numbers of the scores that come at `from` and after it, at most `count`, were all put in order: the highest first, of equal ones the
 * earlier. Only those are put in order that may come there.
 * @param scores from 0 to about 1
 */
export function bestOf(scores: Float32Array, from: number, count: number): readonly number[] {
  const to = Math.min(from + count, scores.length);
  if (from >= to) return [];
  const rangeOf = (score: number): number => Math.min(ranges - 1, Math.floor(score * ranges));
  const sizes = new Uint32Array(ranges);
  for (let at = 0; at < scores.length; at += 1) {
    const range = rangeOf(scores[at] as number);
    sizes[range] = (sizes[range] as number) + 1;
  }
  let before = 0;
  let highest = ranges - 1;
  while (before + (sizes[highest] as number) <= from) {
    before += sizes[highest] as number;
    highest -= 1;
  }
  let lowest = highest;
  let end = before + (sizes[lowest] as number);
  while (end < to) {
    lowest -= 1;
    end += sizes[lowest] as number;
  }
  const order = new Uint32Array(end - before);
  for (let at = 0, next = 0; next < order.length; at += 1) {
    const range = rangeOf(scores[at] as number);
    if (range < lowest || range > highest) continue;
    order[next] = at;
    next += 1;
  }
  sortRange(order, { from: from - before, to: to - before }, (one, other) => {
    const difference = (scores[one] as number) - (scores[other] as number);
    return difference > 0 || (difference === 0 && one < other);
  });
  return [...order.subarray(from - before, to - before)];
}

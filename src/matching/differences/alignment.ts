import type { Reading } from './reading.ts';

/** Which words of two texts correspond: the longest common run of stems, in order, over content words. */
export interface Alignment {
  /** Content words of the claim's reading, by index. */
  readonly checked: readonly number[];
  readonly asked: readonly number[];
  /** For each entry of `checked`, the corresponding entry of `asked`, or -1. */
  readonly counterpart: readonly number[];
  /** How many correspond. */
  readonly length: number;
}

// Quadratic in the number of content words, so bounded: a claim is a sentence, not a page.
const mostContent = 40;

export function align(asked: Reading, checked: Reading): Alignment {
  const askedAt = contentOf(asked);
  const checkedAt = contentOf(checked);
  const columns = checkedAt.length + 1;
  const best = new Uint8Array((askedAt.length + 1) * columns);
  const stem = (reading: Reading, at: number | undefined) => reading.words[at ?? -1]?.stem;
  for (let row = askedAt.length - 1; row >= 0; row--) {
    for (let column = checkedAt.length - 1; column >= 0; column--) {
      const here = row * columns + column;
      const same = stem(asked, askedAt[row]) === stem(checked, checkedAt[column]);
      best[here] = same
        ? (best[here + columns + 1] ?? 0) + 1
        : Math.max(best[here + columns] ?? 0, best[here + 1] ?? 0);
    }
  }
  const counterpart = checkedAt.map(() => -1);
  let row = 0;
  let column = 0;
  while (row < askedAt.length && column < checkedAt.length) {
    if (stem(asked, askedAt[row]) === stem(checked, checkedAt[column]))
      counterpart[column++] = row++;
    else if ((best[(row + 1) * columns + column] ?? 0) >= (best[row * columns + column + 1] ?? 0))
      row++;
    else column++;
  }
  return { asked: askedAt, checked: checkedAt, counterpart, length: best[0] ?? 0 };
}

function contentOf({ words, isContent }: Reading): number[] {
  const content: number[] = [];
  for (let at = 0; at < words.length && content.length < mostContent; at++)
    if (isContent[at]) content.push(at);
  return content;
}

/**
 * The documents with the highest scores above 0, best first, in order of number where equal. Keeps them in a heap with
 * the least on top, so that most documents cost one comparison.
 */
export function bestScores(
  scores: Float32Array,
  limit: number,
  excluded: Pick<ReadonlySet<number>, 'has'> | undefined,
): Uint32Array {
  const heap = new Uint32Array(limit);
  const count = scores.length;
  let size = 0;
  let least = 0;
  for (let document = 0; document < count; document += 1) {
    const score = scores[document] as number;
    if (score <= least) continue;
    if (excluded?.has(document)) continue;
    if (size < limit) {
      raise(heap, size, document, scores);
      size += 1;
    } else lower(heap, document, scores);
    if (size === limit) least = scores[heap[0] as number] as number;
  }
  return heap
    .subarray(0, size)
    .sort((one, other) => (scores[other] as number) - (scores[one] as number) || one - other);
}

/** Puts the document at the end and moves it up. */
function raise(heap: Uint32Array, end: number, document: number, scores: Float32Array): void {
  const score = scores[document] as number;
  let hole = end;
  while (hole > 0) {
    const parent = (hole - 1) >>> 1;
    const above = heap[parent] as number;
    // Later documents come after earlier ones of the same score.
    if (score > (scores[above] as number)) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = document;
}

/** Puts the document in place of the least and moves it down. */
function lower(heap: Uint32Array, document: number, scores: Float32Array): void {
  const score = scores[document] as number;
  const size = heap.length;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    if (child + 1 < size) {
      const left = heap[child] as number;
      const right = heap[child + 1] as number;
      const difference = (scores[left] as number) - (scores[right] as number);
      if (difference > 0 || (difference === 0 && left < right)) child += 1;
    }
    const below = heap[child] as number;
    if ((scores[below] as number) > score) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = document;
}

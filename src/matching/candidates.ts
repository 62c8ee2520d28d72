import { impactUnit, type StatementIndex } from './statement-index.ts';

/** A term to look for, with its weight: its rarity, less where the message is not sure of it. */
export interface WantedTerm {
  readonly term: number;
  readonly weight: number;
}

export interface Found {
  readonly document: number;
  /** BM25. */
  readonly score: number;
}

export type FindCandidates = (
  wanted: readonly WantedTerm[],
  limit: number,
  excluded: ReadonlySet<number> | undefined,
) => Found[];

/**
 * BM25, a term at a time, the rarest first. Once the terms that are left cannot lift an unseen document among the best,
 * no document is added any more ("continue", Moffat and Zobel, 1996), and long lists of postings are not read at all.
 */
export function createCandidateFinder(index: StatementIndex): FindCandidates {
  const { postingStarts, postings, impacts, maxImpacts } = index;
  const scores = new Float32Array(index.ids.length);
  const touched = new Uint32Array(index.ids.length);

  return (wanted, limit, excluded) => {
    const terms = wanted
      .map(({ term, weight }) => ({ term, weight, most: weight * (maxImpacts[term] ?? 0) }))
      .sort((one, other) => other.weight - one.weight);
    let left = terms.reduce((sum, { most }) => sum + most, 0);
    let count = 0;
    let isClosed = false;

    for (const { term, weight, most } of terms) {
      const start = postingStarts[term] ?? 0;
      const end = postingStarts[term + 1] ?? 0;
      if (!isClosed && end - start > longList && count > limit) {
        isClosed = left < nthBest(scores, touched, count, limit + (excluded?.size ?? 0));
      }
      if (isClosed) {
        for (let at = 0; at < count; at += 1) {
          const document = touched[at] ?? 0;
          const place = search(postings, start, end, document);
          if (place >= 0)
            scores[document] = (scores[document] ?? 0) + weight * (impacts[place] ?? 0);
        }
      } else {
        for (let at = start; at < end; at += 1) {
          const document = postings[at] ?? 0;
          const score = scores[document] ?? 0;
          if (score === 0) {
            touched[count] = document;
            count += 1;
          }
          scores[document] = score + weight * (impacts[at] ?? 0);
        }
      }
      left -= most;
    }

    const least = nthBest(scores, touched, count, limit + (excluded?.size ?? 0));
    const found: Found[] = [];
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      const score = scores[document] ?? 0;
      scores[document] = 0;
      if (score >= least && !excluded?.has(document)) {
        found.push({ document, score: score * impactUnit });
      }
    }
    found.sort((one, other) => other.score - one.score || one.document - other.document);
    return found.slice(0, limit);
  };
}

/** Shorter lists are read faster than the bound is checked. */
const longList = 128;

/** The `n`th best of the touched scores, or 0 when there are fewer; a heap of `n` with the least on top. */
function nthBest(scores: Float32Array, touched: Uint32Array, count: number, n: number): number {
  if (count < n) return 0;
  const heap = new Float32Array(n);
  for (let at = 0; at < count; at += 1) {
    const score = scores[touched[at] ?? 0] ?? 0;
    if (score <= (heap[0] ?? 0)) continue;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= n) break;
      if (child + 1 < n && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
      if ((heap[child] ?? 0) >= score) break;
      heap[hole] = heap[child] ?? 0;
      hole = child;
    }
    heap[hole] = score;
  }
  return heap[0] ?? 0;
}

/** Binary search; -1 when the document is not there. */
function search(postings: Uint32Array, start: number, end: number, document: number): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = postings[middle] ?? 0;
    if (value === document) return middle;
    if (value < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

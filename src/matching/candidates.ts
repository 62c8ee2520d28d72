import { impactUnit } from './postings.ts';
import type { StatementIndex } from './statement-index.ts';

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
 * no document is added any more ("continue", Moffat and Zobel, 1996), and those seen are dropped as soon as they cannot
 * get there either: long lists of postings are never read, only looked into for the few documents that are left.
 */
export function createCandidateFinder(index: StatementIndex): FindCandidates {
  const { postingStarts, postings, impacts, maxImpacts } = index;
  const scores = new Float32Array(index.ids.length);
  const seen = new Uint32Array(index.ids.length);

  return (wanted, limit, excluded) => {
    const terms = wanted
      .map(({ term, weight }) => ({ term, weight, most: weight * (maxImpacts[term] ?? 0) }))
      .sort((one, other) => other.weight - one.weight);
    const needed = limit + (excluded?.size ?? 0);
    let left = terms.reduce((sum, { most }) => sum + most, 0);
    let count = 0;
    let isClosed = false;

    const dropHopeless = (): void => {
      const least = nthBest(scores, seen, count, needed);
      isClosed ||= left < least;
      if (!isClosed) return;
      let kept = 0;
      for (let at = 0; at < count; at += 1) {
        const document = seen[at] as number;
        if ((scores[document] as number) + left >= least * slack) {
          seen[kept] = document;
          kept += 1;
        } else scores[document] = 0;
      }
      count = kept;
    };

    for (const { term, weight, most } of terms) {
      const start = postingStarts[term] as number;
      const end = postingStarts[term + 1] as number;
      // While the list is short beside what was seen, reading it is cheaper than finding out whether it can be spared.
      if (count > needed && (isClosed ? count > 2 * needed : (end - start) * 2 > count))
        dropHopeless();
      if (isClosed) {
        for (let at = 0; at < count; at += 1) {
          const document = seen[at] as number;
          const place = search(postings, start, end, document);
          if (place >= 0) {
            scores[document] = (scores[document] as number) + weight * (impacts[place] as number);
          }
        }
      } else {
        for (let at = start; at < end; at += 1) {
          const document = postings[at] as number;
          const score = scores[document] as number;
          if (score === 0) {
            seen[count] = document;
            count += 1;
          }
          scores[document] = score + weight * (impacts[at] as number);
        }
      }
      left -= most;
    }

    const least = nthBest(scores, seen, count, needed);
    const found: Found[] = [];
    for (let at = 0; at < count; at += 1) {
      const document = seen[at] as number;
      const score = scores[document] as number;
      scores[document] = 0;
      if (score >= least && !excluded?.has(document)) {
        found.push({ document, score: score * impactUnit });
      }
    }
    found.sort((one, other) => other.score - one.score || one.document - other.document);
    return found.slice(0, limit);
  };
}

/** Sums of floats depend on their order in the last digits. */
const slack = 0.9999;

/** The `n`th best of the seen scores, or 0 when there are fewer; a heap of `n` with the least on top. */
function nthBest(scores: Float32Array, seen: Uint32Array, count: number, n: number): number {
  if (count < n) return 0;
  const heap = new Float32Array(n);
  for (let at = 0; at < count; at += 1) {
    const score = scores[seen[at] as number] as number;
    if (score <= (heap[0] as number)) continue;
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
    const value = postings[middle] as number;
    if (value === document) return middle;
    if (value < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

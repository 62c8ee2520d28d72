import { impactUnit } from '../index/postings.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import { bestScores } from './best-scores.ts';

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

/** Documents that must not be found. */
export type Excluded = Pick<ReadonlySet<number>, 'has'>;

export type FindCandidates = (
  wanted: readonly WantedTerm[],
  limit: number,
  excluded: Excluded | undefined,
) => Found[];

/**
 * BM25, a term at a time, the rarest first, into one number for each document: with short statements that beats finer
 * bookkeeping. Where many postings are left to read, it is first seen whether they can still lift another document
 * among the best. If not, they are only looked into for the few documents that are left ("continue", Moffat and Zobel,
 * 1996).
 */
export function createCandidateFinder(index: StatementIndex): FindCandidates {
  const { postingStarts, postings, impacts, maxImpacts } = index;
  const documents = index.ids.length;
  const scores = new Float32Array(documents);

  const lengthOf = (term: number): number =>
    (postingStarts[term + 1] as number) - (postingStarts[term] as number);
  const readAll = (term: number, weight: number): void => {
    const end = postingStarts[term + 1] as number;
    for (let at = postingStarts[term] as number; at < end; at += 1) {
      const document = postings[at] as number;
      scores[document] = (scores[document] as number) + weight * (impacts[at] as number);
    }
  };
  const probe = (term: number, weight: number, survivor: readonly number[]): void => {
    const start = postingStarts[term] as number;
    const end = postingStarts[term + 1] as number;
    for (const document of survivor) {
      const place = search(postings, start, end, document);
      if (place < 0) continue;
      scores[document] = (scores[document] as number) + weight * (impacts[place] as number);
    }
  };
  /** `undefined` where they are so many that looking into no list for them would be less than reading it. */
  const survivorsFrom = (least: number): number[] | undefined => {
    const survivor: number[] = [];
    for (let document = 0; document < documents; document += 1) {
      if ((scores[document] as number) < least) continue;
      if (survivor.length * stepsPerLook >= documents) return undefined;
      survivor.push(document);
    }
    return survivor;
  };

  /** Adds up the scores of all documents that can be among the best. */
  const addUp = (
    wanted: readonly WantedTerm[],
    limit: number,
    excluded: Excluded | undefined,
  ): void => {
    let unread = 0;
    for (const { term } of wanted) unread += lengthOf(term);
    // Looking through all scores costs about as much as reading as many postings.
    if (unread <= 2 * documents) {
      for (const { term, weight } of wanted) readAll(term, weight);
      return;
    }
    const most = ({ term, weight }: WantedTerm): number => weight * (maxImpacts[term] ?? 0);
    let left = wanted.reduce((sum, term) => sum + most(term), 0);
    let read = 0;
    let survivor: number[] | undefined;
    for (const queryTerm of wanted.toSorted((one, other) => other.weight - one.weight)) {
      const { term, weight } = queryTerm;
      if (survivor === undefined && read > documents && unread > documents) {
        read = 0;
        const least = scores[bestScores(scores, limit, excluded)[limit - 1] ?? -1] ?? 0;
        if (left < least) survivor = survivorsFrom((least - left) * slack);
      }
      if (survivor && survivor.length * stepsPerLook < lengthOf(term)) {
        probe(term, weight, survivor);
      } else {
        readAll(term, weight);
      }
      left -= most(queryTerm);
      unread -= lengthOf(term);
      read += lengthOf(term);
    }
  };

  return (wanted, limit, excluded) => {
    addUp(wanted, limit, excluded);
    const found = Array.from(bestScores(scores, limit, excluded), (document) => ({
      document,
      score: (scores[document] as number) * impactUnit,
    }));
    scores.fill(0);
    return found;
  };
}

/** Looking a document up takes about as long as reading so many postings: where many are left, all are read. */
const stepsPerLook = 16;

/** Sums of floats depend on their order in the last digits. */
const slack = 0.9999;

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

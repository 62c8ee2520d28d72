/**
 * Boosted regression trees of one depth (Friedman 2001), whose sum is a log-odds. A tree is complete: node `n` goes on to
 * `2n + 1` where the feature is at most the threshold, else to `2n + 2`; a node without a feature (-1) goes left.
 */
export interface Trees {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

export interface Tree {
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
}

/** The log-odds that trees give to values. */
export type LogOddsOf = (values: ArrayLike<number>) => number;

/**
 * Thousands of nodes ask for the same few thresholds of a feature, so that a value is first put among those, and a node
 * compares two small integers. All trees go down together, level by level, and which way is added, not branched on: no
 * processor can guess it, and steps that do not wait for one another are taken at once.
 */
export function createLogOdds({ bias, trees }: Trees): LogOddsOf {
  const thresholds = thresholdsOf(trees);
  const asked = thresholds
    .map((of, feature) => ({ feature, of }))
    .filter(({ of }) => of.length > 0);
  const places = thresholds.map((of) => new Map(Array.from(of, (one, place) => [one, place])));
  const depth = Math.log2((trees[0]?.features.length ?? 0) + 1);
  const levels = Array.from({ length: depth }, (_, level) => questionsAt(trees, level, places));
  const leaves = new Float64Array(trees.length * 2 ** depth);
  for (const [at, tree] of trees.entries()) leaves.set(tree.leaves, at * 2 ** depth);
  /** By feature: how many of its thresholds the value is beyond. */
  const beyond = new Uint8Array(thresholds.length || 1);
  /** By tree: where it has come to, among all nodes of a level. */
  const reached = new Int32Array(trees.length);
  return (values) => {
    for (const { feature, of } of asked) {
      beyond[feature] = countBeyond(of, values[feature] as number);
    }
    for (let tree = 0; tree < reached.length; tree += 1) reached[tree] = tree;
    for (const questions of levels) descend(reached, questions, beyond);
    let sum = bias;
    for (const leaf of reached) sum += leaves[leaf] as number;
    return sum;
  };
}

function descend(reached: Int32Array, questions: Int32Array, beyond: Uint8Array): void {
  for (let tree = 0; tree < reached.length; tree += 1) {
    const node = reached[tree] as number;
    const question = questions[node] as number;
    const isBeyond = ((question & highestPlace) - (beyond[question >> placeBits] as number)) >>> 31;
    reached[tree] = 2 * node + isBeyond;
  }
}

/** What a node asks is a feature and, in so many bits, the place of its threshold among those of the feature. */
const placeBits = 8;
const highestPlace = 2 ** placeBits - 1;

/** In place of a feature, where a node has none. */
const none = -1;
/** Of the first feature, what no value is beyond. */
const alwaysLeft = highestPlace;

/** What all nodes of a level ask. There are tens of thousands, so that nothing is made for one. */
function questionsAt(
  trees: readonly Tree[],
  level: number,
  places: readonly ReadonlyMap<number, number>[],
): Int32Array {
  const width = 2 ** level;
  const questions = new Int32Array(trees.length * width);
  let at = 0;
  for (const { features, thresholds } of trees) {
    for (let node = width - 1; node < 2 * width - 1; node += 1) {
      const feature = features[node] ?? none;
      const place = places[feature]?.get(thresholds[node] ?? 0) ?? 0;
      questions[at] = feature === none ? alwaysLeft : (feature << placeBits) | place;
      at += 1;
    }
  }
  return questions;
}

/** By feature, in rising order. */
function thresholdsOf(trees: readonly Tree[]): Float64Array[] {
  const found: Set<number>[] = [];
  for (const { features, thresholds } of trees) {
    for (let node = 0; node < features.length; node += 1) {
      const feature = features[node] ?? none;
      if (feature === none) continue;
      while (found.length <= feature) found.push(new Set());
      found[feature]?.add(thresholds[node] ?? 0);
    }
  }
  return found.map((of, feature) => {
    if (of.size > highestPlace) throw new RangeError(`Too many thresholds of ${feature}`);
    return Float64Array.from(of).sort();
  });
}

function countBeyond(thresholds: Float64Array, value: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (thresholds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

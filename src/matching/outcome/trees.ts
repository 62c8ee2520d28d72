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
  const asked = [...thresholds].map(([feature, of]) => ({ feature, of: Float64Array.from(of) }));
  const depth = Math.log2((trees[0]?.features.length ?? 0) + 1);
  const levels = Array.from({ length: depth }, (_, level) =>
    Int32Array.from(trees.flatMap((tree) => questionsAt(tree, level, thresholds))),
  );
  const leaves = Float64Array.from(trees.flatMap((tree) => tree.leaves));
  /** By feature: how many of its thresholds the value is beyond. */
  const beyond = new Uint8Array(Math.max(0, ...thresholds.keys()) + 1);
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

function questionsAt(
  { features, thresholds }: Tree,
  level: number,
  known: ReadonlyMap<number, readonly number[]>,
): number[] {
  const width = 2 ** level;
  return features.slice(width - 1, 2 * width - 1).map((feature, at) => {
    if (feature === none) return alwaysLeft;
    const place = known.get(feature)?.indexOf(thresholds[width - 1 + at] ?? 0) ?? 0;
    return (feature << placeBits) | place;
  });
}

/** By feature, in rising order. */
function thresholdsOf(trees: readonly Tree[]): Map<number, number[]> {
  const found = new Map<number, Set<number>>();
  for (const { features, thresholds } of trees) {
    for (const [node, feature] of features.entries()) {
      if (feature === none) continue;
      const known = found.get(feature) ?? new Set();
      found.set(feature, known.add(thresholds[node] ?? 0));
    }
  }
  return new Map(
    [...found].map(([feature, of]) => {
      if (of.size > highestPlace) throw new RangeError(`Too many thresholds of ${feature}`);
      return [feature, [...of].sort((one, other) => one - other)];
    }),
  );
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

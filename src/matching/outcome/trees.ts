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

/** The probability, 0 to 1, that trees give to values. */
export type Probability = (values: ArrayLike<number>) => number;

/** Trees laid out one after the other in typed arrays, which are gone through several times faster than lists. */
export function createProbability({ bias, trees }: Trees): Probability {
  const features = Int16Array.from(trees.flatMap((tree) => tree.features.map(orFirst)));
  const thresholds = Float64Array.from(
    trees.flatMap((tree) =>
      tree.thresholds.map((threshold, node) =>
        tree.features[node] === none ? Number.POSITIVE_INFINITY : threshold,
      ),
    ),
  );
  const leaves = Float64Array.from(trees.flatMap((tree) => tree.leaves));
  const sizes = Int32Array.from(trees, (tree) => tree.features.length);
  return (values) => {
    let sum = bias;
    let firstNode = 0;
    let firstLeaf = 0;
    for (const size of sizes) {
      let node = 0;
      while (node < size) {
        const value = values[features[firstNode + node] as number] as number;
        node = 2 * node + (value <= (thresholds[firstNode + node] as number) ? 1 : 2);
      }
      sum += leaves[firstLeaf + node - size] as number;
      firstNode += size;
      firstLeaf += size + 1;
    }
    return 1 / (1 + Math.exp(-sum));
  };
}

const none = -1;

/** Where no feature is asked, any will do: what it is held against lets everything go left. */
function orFirst(feature: number): number {
  return feature === none ? 0 : feature;
}

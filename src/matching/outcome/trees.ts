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

/** The probability, 0 to 1, that the trees give to such values. */
export function probabilityOf({ bias, trees }: Trees, values: ArrayLike<number>): number {
  let sum = bias;
  for (const { features, thresholds, leaves } of trees) {
    let node = 0;
    while (node < features.length) {
      const feature = features[node] as number;
      const goesLeft = feature < 0 || (values[feature] as number) <= (thresholds[node] as number);
      node = 2 * node + (goesLeft ? 1 : 2);
    }
    sum += leaves[node - features.length] as number;
  }
  return 1 / (1 + Math.exp(-sum));
}

import type { Tree, Trees } from '../matching/outcome/trees.ts';
import { createRandom } from './random.ts';
import { short } from './short.ts';

export interface TreeSettings {
  readonly rounds: number;
  readonly depth: number;
  /** How far each tree goes towards what is left to explain. */
  readonly rate: number;
  /** Least weight of evidence on either side of a split. */
  readonly least: number;
  /** Holds leaves of little evidence near zero. */
  readonly ridge: number;
  /** Shares of the features and of the rows that each tree sees. */
  readonly features: number;
  readonly rows: number;
  readonly seed: number;
}

/** Values of a feature are told apart in so many steps. */
const steps = 32;

/** Gradient boosting with second-order leaves on logistic loss (Chen and Guestrin 2016), on binned values. */
export function fitTrees(
  rows: readonly (readonly number[])[],
  isTrue: readonly boolean[],
  weights: readonly number[],
  settings: TreeSettings,
): Trees {
  const random = createRandom(settings.seed);
  const width = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(rows, feature));
  const bins = cuts.map((cut, feature) =>
    Uint8Array.from(rows, (row) => binOf(row[feature] as number, cut)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = weights.reduce((sum, weight, at) => sum + (isTrue[at] ? weight : 0), 0) / total;
  const bias = Math.log(share / (1 - share));
  const odds = new Float64Array(rows.length).fill(bias);
  const gradient = new Float64Array(rows.length);
  const curvature = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    for (let at = 0; at < rows.length; at += 1) {
      const probability = 1 / (1 + Math.exp(-(odds[at] as number)));
      const weight = weights[at] as number;
      gradient[at] = weight * (Number(isTrue[at]) - probability);
      curvature[at] = weight * probability * (1 - probability);
    }
    const seen = new Uint8Array(rows.length).map(() => Number(random() < settings.rows));
    const features = cuts.flatMap((_, feature) => (random() < settings.features ? [feature] : []));
    const grown = growTree({ bins, cuts, gradient, curvature }, seen, features, settings);
    trees.push(grown.tree);
    for (let at = 0; at < rows.length; at += 1) {
      odds[at] = (odds[at] as number) + leafOf(grown, bins, at);
    }
  }
  return { bias: short(bias), trees: trees.map(shortened) };
}

interface Binned {
  /** By feature, then by row. */
  readonly bins: readonly Uint8Array[];
  readonly cuts: readonly (readonly number[])[];
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

interface GrownTree {
  readonly tree: Tree;
  /** For each inner node, the last bin that goes left. */
  readonly lastBins: readonly number[];
}

/** What rows come to together: their summed gradient and curvature. */
interface Sums {
  readonly slope: number;
  readonly bend: number;
}

/** The last bin of a feature that goes left, and what goes there. */
interface Split extends Sums {
  readonly feature: number;
  readonly bin: number;
}

/** Bins and one above the last cut, each with its slope and its bend. */
const stride = 2 * (steps + 1);

function growTree(
  { bins, cuts, gradient, curvature }: Binned,
  seen: Uint8Array,
  candidates: readonly number[],
  { depth, rate, least, ridge }: TreeSettings,
): GrownTree {
  const inner = 2 ** depth - 1;
  const features = new Array<number>(inner).fill(-1);
  const thresholds = new Array<number>(inner).fill(0);
  const lastBins = new Array<number>(inner).fill(0);
  const leaves = new Array<number>(inner + 1).fill(0);
  const all = placesOf(seen);
  grow(0, all, sumsOf(all), histogramsOf(all));
  return { tree: { features, thresholds, leaves }, lastBins };

  /** @param histograms of these rows; a node above the leaves takes them over */
  function grow(node: number, rows: Int32Array, sums: Sums, histograms: Float64Array): void {
    if (node >= inner) {
      leaves[node - inner] = (rate * sums.slope) / (sums.bend + ridge);
      return;
    }
    const split = bestSplit(sums, histograms);
    if (!split) {
      grow(2 * node + 1, rows, sums, histograms);
      return;
    }
    features[node] = split.feature;
    thresholds[node] = cuts[split.feature]?.[split.bin] ?? 0;
    lastBins[node] = split.bin;
    const [left, right] = parted(rows, bins[split.feature] as Uint8Array, split.bin);
    const rest = { slope: sums.slope - split.slope, bend: sums.bend - split.bend };
    // Leaves need none. Elsewhere those of the larger side are what the smaller leaves over.
    const isAboveLeaves = 2 * node + 1 >= inner;
    const isLeftSmaller = left.length < right.length;
    const smaller = isAboveLeaves ? noHistograms : histogramsOf(isLeftSmaller ? left : right);
    if (!isAboveLeaves) subtract(histograms, smaller);
    grow(2 * node + 1, left, split, isLeftSmaller ? smaller : histograms);
    grow(2 * node + 2, right, rest, isLeftSmaller ? histograms : smaller);
  }

  function sumsOf(rows: Int32Array): Sums {
    let slope = 0;
    let bend = 0;
    for (const at of rows) {
      slope += gradient[at] as number;
      bend += curvature[at] as number;
    }
    return { slope, bend };
  }

  /** Of each candidate in turn. */
  function histogramsOf(rows: Int32Array): Float64Array {
    const histograms = new Float64Array(candidates.length * stride);
    const gradients = Float64Array.from(rows, (at) => gradient[at] as number);
    const curvatures = Float64Array.from(rows, (at) => curvature[at] as number);
    for (const [number, feature] of candidates.entries()) {
      const column = bins[feature] as Uint8Array;
      const own = histograms.subarray(number * stride, (number + 1) * stride);
      for (let place = 0; place < rows.length; place += 1) {
        const bin = 2 * (column[rows[place] as number] as number);
        own[bin] = (own[bin] as number) + (gradients[place] as number);
        own[bin + 1] = (own[bin + 1] as number) + (curvatures[place] as number);
      }
    }
    return histograms;
  }

  function bestSplit({ slope, bend }: Sums, histograms: Float64Array): Split | undefined {
    let best: Split | undefined;
    let most = 1e-6;
    for (const [number, feature] of candidates.entries()) {
      let left = 0;
      let leftBend = 0;
      for (let bin = 0; bin < (cuts[feature]?.length ?? 0); bin += 1) {
        left += histograms[number * stride + 2 * bin] as number;
        leftBend += histograms[number * stride + 2 * bin + 1] as number;
        const rightBend = bend - leftBend;
        if (leftBend < least || rightBend < least) continue;
        const right = slope - left;
        const gain =
          left ** 2 / (leftBend + ridge) +
          right ** 2 / (rightBend + ridge) -
          slope ** 2 / (bend + ridge);
        if (gain <= most) continue;
        most = gain;
        best = { feature, bin, slope: left, bend: leftBend };
      }
    }
    return best;
  }
}

const noHistograms = new Float64Array();

function subtract(from: Float64Array, other: Float64Array): void {
  for (let at = 0; at < from.length; at += 1) {
    from[at] = (from[at] as number) - (other[at] as number);
  }
}

function placesOf(marked: Uint8Array): Int32Array {
  const places = new Int32Array(marked.reduce((sum, mark) => sum + mark, 0));
  let count = 0;
  for (let at = 0; at < marked.length; at += 1) {
    if (marked[at] === 1) places[count++] = at;
  }
  return places;
}

/** The rows whose bin is at most `last`, and the others. */
function parted(rows: Int32Array, column: Uint8Array, last: number): [Int32Array, Int32Array] {
  const left = new Int32Array(rows.length);
  const right = new Int32Array(rows.length);
  let lefts = 0;
  let rights = 0;
  for (const at of rows) {
    if ((column[at] as number) <= last) left[lefts++] = at;
    else right[rights++] = at;
  }
  return [left.slice(0, lefts), right.slice(0, rights)];
}

function leafOf({ tree, lastBins }: GrownTree, bins: readonly Uint8Array[], at: number): number {
  const { features, leaves } = tree;
  let node = 0;
  while (node < features.length) {
    const feature = features[node] as number;
    const goesLeft = feature < 0 || (bins[feature]?.[at] as number) <= (lastBins[node] as number);
    node = 2 * node + (goesLeft ? 1 : 2);
  }
  return leaves[node - features.length] as number;
}

/** Between the values that occur, or between as many parts of about the same size as there are steps. */
function cutsOf(rows: readonly (readonly number[])[], feature: number): number[] {
  const sorted = Float64Array.from(rows, (row) => row[feature] as number).sort();
  const distinct = [...new Set(sorted)];
  const cuts =
    distinct.length <= steps
      ? distinct.slice(1).map((value, at) => (value + (distinct[at] as number)) / 2)
      : Array.from(
          { length: steps - 1 },
          (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / steps)] as number,
        );
  return [...new Set(cuts.map(short))];
}

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] as number)) bin += 1;
  return bin;
}

function shortened({ features, thresholds, leaves }: Tree): Tree {
  return { features, thresholds, leaves: leaves.map(short) };
}

/** Rows of features with what is known of them. */
export interface Group {
  readonly rows: readonly ArrayLike<number>[];
  /** 1 where the row is right. */
  readonly isRight: readonly number[];
  readonly weight: number;
}

export interface Scale {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
}

function scaleOf(rows: readonly ArrayLike<number>[]): Scale {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const row of rows) {
    for (let f = 0; f < width; f += 1)
      mean[f] = (mean[f] as number) + (row[f] as number) / rows.length;
  }
  for (const row of rows) {
    for (let f = 0; f < width; f += 1) {
      spread[f] =
        (spread[f] as number) + ((row[f] as number) - (mean[f] as number)) ** 2 / rows.length;
    }
  }
  return { mean, spread: spread.map((square) => Math.sqrt(square) || 1) };
}

/** What a weight may be: positive, negative, either, or nothing at all. */
export type Sign = '+' | '-' | '±' | '0';

/**
 * Softmax regression over the candidates of each query: the weights under which the right ones are most probable.
 * Returned for features as they come, not scaled.
 */
export function fitRanker(groups: readonly Group[], signs: readonly Sign[]): number[] {
  const usable = groups.filter(({ isRight }) => isRight.some((right) => right > 0));
  const { mean, spread } = scaleOf(usable.flatMap(({ rows }) => rows));
  const width = mean.length;
  const scaled = usable.map(({ rows }) =>
    toScale(rows, { mean, spread }, Number.POSITIVE_INFINITY),
  );
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);

  const weights = descend(
    width,
    400,
    0.05,
    (current, gradient) => {
      usable.forEach(({ rows, isRight, weight }, at) => {
        const values = scaled[at] as Float32Array;
        const odds = rows.map((_, row) => dotAt(current, values, row * width));
        const top = Math.max(...odds);
        const parts = odds.map((value) => Math.exp(value - top));
        const sum = parts.reduce((a, b) => a + b, 0);
        const right = isRight.reduce((a, b) => a + b, 0);
        parts.forEach((part, row) => {
          const error = ((part / sum - (isRight[row] as number) / right) * weight) / total;
          if (error === 0) return;
          for (let f = 0; f < width; f += 1) {
            gradient[f] = (gradient[f] as number) + error * (values[row * width + f] as number);
          }
        });
      });
      for (let f = 0; f < width; f += 1) {
        gradient[f] = (gradient[f] as number) + penalty * (current[f] as number);
      }
    },
    signs,
  );
  return Array.from(weights, (weight, f) => weight / (spread[f] as number));
}

/** Pull of the weights towards zero. */
const penalty = 1e-3;

function toScale(
  rows: readonly ArrayLike<number>[],
  { mean, spread }: Scale,
  furthest: number,
): Float32Array {
  const width = mean.length;
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    for (let f = 0; f < width; f += 1) {
      const value = ((row[f] as number) - (mean[f] as number)) / (spread[f] as number);
      values[at * width + f] = Math.max(-furthest, Math.min(furthest, value));
    }
  });
  return values;
}

function dotAt(
  weights: Float64Array,
  values: Float32Array,
  start: number,
  width = weights.length,
): number {
  let sum = 0;
  for (let f = 0; f < width; f += 1) sum += (weights[f] as number) * (values[start + f] as number);
  return sum;
}

/** Adam (Kingma and Ba, 2015) over all the data, from zero: the same input gives the same weights. */
function descend(
  width: number,
  rounds: number,
  rate: number,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
  signs: readonly Sign[] = [],
): Float64Array {
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(width);
    addGradient(weights, gradient);
    for (let f = 0; f < width; f += 1) {
      const slope = gradient[f] as number;
      first[f] = 0.9 * (first[f] as number) + 0.1 * slope;
      second[f] = 0.999 * (second[f] as number) + 0.001 * slope * slope;
      const step = (first[f] as number) / (1 - 0.9 ** round);
      const size = Math.sqrt((second[f] as number) / (1 - 0.999 ** round)) + 1e-8;
      weights[f] = project((weights[f] as number) - (rate * step) / size, signs[f]);
    }
  }
  return weights;
}

function project(weight: number, sign: Sign = '±'): number {
  if (sign === '0') return 0;
  if (sign === '+') return Math.max(0, weight);
  return sign === '-' ? Math.min(0, weight) : weight;
}

import { emptyLexicon } from '../matching/index/lexicon.ts';
import { buildIndex } from '../matching/index/statement-index.ts';
import type { Statement } from '../matching/matcher.ts';
import { createRandom } from './random.ts';

export interface WordVectorSettings {
  /** A word in fewer claims is left out. */
  readonly minimumClaims: number;
  /** Words this far apart still count as neighbours. */
  readonly window: number;
  /** Dimensions that relatedness is measured in; more than are shipped. */
  readonly rank: number;
  /** Dimensions that are shipped. */
  readonly dimensions: number;
  /** Related words kept for each word, and the least similarity. */
  readonly related: number;
  readonly leastSimilarity: number;
  readonly seed: number;
}

export interface WordVectors {
  /** Stems, the most frequent first. */
  readonly words: readonly string[];
  /** Share of claims that have the word. */
  readonly shares: readonly number[];
  readonly dimensions: number;
  /** Unit vectors in bytes, 127 for 1. */
  readonly vectors: Int8Array;
  /** For each word, places of related words, the closest first, with similarities. */
  readonly related: readonly (readonly { readonly word: number; readonly similarity: number }[])[];
}

/**
 * What words mean, told by the company they keep: positive pointwise mutual information of words within a window,
 * brought down to few dimensions (Levy, Goldberg and Dagan, 2015).
 */
export function trainWordVectors(
  claims: readonly Statement[],
  settings: WordVectorSettings,
): WordVectors {
  const { minimumClaims, rank, dimensions, seed } = settings;
  const index = buildIndex(
    claims.map(({ id, text, title }) => ({ id, text, ...(title && { title }) })),
    emptyLexicon,
  );
  const holders = (term: number) =>
    (index.postingStarts[term + 1] ?? 0) - (index.postingStarts[term] ?? 0);
  const { terms } = index.vocabulary;
  const chosen = Array.from({ length: terms.length }, (_, term) => ({
    text: terms.at(term),
    term,
    claims: holders(term),
  }))
    .filter(({ text, claims }) => claims >= minimumClaims && /^[a-z]{2,}$/.test(text))
    .sort((one, other) => other.claims - one.claims || one.term - other.term);
  const placeOfTerm = new Int32Array(terms.length).fill(-1);
  chosen.forEach(({ term }, place) => {
    placeOfTerm[term] = place;
  });

  const information = mutualInformation(index, placeOfTerm, chosen.length, settings.window);
  const embedded = embed(information, chosen.length, rank, seed);
  return {
    words: chosen.map(({ text }) => text),
    shares: chosen.map((word) => word.claims / claims.length),
    dimensions,
    vectors: toBytes(embedded, rank, dimensions),
    related: relatedWords(unit(embedded, rank), rank, settings),
  };
}

/** A sparse symmetric matrix by rows. */
interface Sparse {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

function mutualInformation(
  { tokenStarts, tokens }: { tokenStarts: Uint32Array; tokens: Uint32Array },
  placeOfTerm: Int32Array,
  size: number,
  window: number,
): Sparse {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  const count = (one: number, other: number, weight: number): void => {
    const row = counts[one];
    row?.set(other, (row.get(other) ?? 0) + weight);
  };
  for (let unit = 0; unit + 1 < tokenStarts.length; unit += 1) {
    const end = tokenStarts[unit + 1] ?? 0;
    for (let at = tokenStarts[unit] ?? 0; at < end; at += 1) {
      const one = placeOfTerm[tokens[at] ?? 0] ?? -1;
      if (one < 0) continue;
      for (let next = at + 1; next < end && next <= at + window; next += 1) {
        const other = placeOfTerm[tokens[next] ?? 0] ?? -1;
        if (other < 0 || other === one) continue;
        const weight = 1 / (1 + 0.2 * (next - at - 1));
        count(one, other, weight);
        count(other, one, weight);
      }
    }
  }
  const sums = counts.map((row) => row.values().reduce((sum, value) => sum + value, 0));
  const total = sums.reduce((sum, value) => sum + value, 0);
  // Smoothing the contexts keeps rare words from looking like everybody's friends.
  const smoothed = sums.map((sum) => sum ** 0.75);
  const smoothedTotal = smoothed.reduce((sum, value) => sum + value, 0);
  const starts = new Uint32Array(size + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const information = (together: number, one: number, other: number) =>
    Math.max(0, Math.log((together * smoothedTotal) / ((sums[one] ?? 1) * (smoothed[other] ?? 1))));
  counts.forEach((row, one) => {
    for (const [other, together] of [...row].sort(([a], [b]) => a - b)) {
      const value = (information(together, one, other) + information(together, other, one)) / 2;
      if (value === 0) continue;
      columns.push(other);
      values.push(value);
    }
    starts[one + 1] = columns.length;
  });
  if (total === 0) throw new Error('The claims share no words: there is nothing to learn from.');
  return { starts, columns: Uint32Array.from(columns), values: Float64Array.from(values) };
}

/** The leading eigenvectors by subspace iteration (Halko, Martinsson and Tropp, 2011), each times its value's root. */
function embed(matrix: Sparse, size: number, rank: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const width = rank + 8;
  let basis = Float64Array.from({ length: size * width }, () => random() - 0.5);
  orthonormalise(basis, size, width);
  for (let round = 0; round < 6; round += 1) {
    basis = multiply(matrix, basis, size, width);
    orthonormalise(basis, size, width);
  }
  const image = multiply(matrix, basis, size, width);
  const small = new Float64Array(width * width);
  for (let row = 0; row < size; row += 1) {
    for (let a = 0; a < width; a += 1) {
      const left = basis[row * width + a] as number;
      for (let b = 0; b < width; b += 1) {
        small[a * width + b] =
          (small[a * width + b] as number) + left * (image[row * width + b] as number);
      }
    }
  }
  const { values, vectors } = eigen(small, width);
  const order = values
    .map((value, at) => ({ at, strength: Math.abs(value) }))
    .sort((one, other) => other.strength - one.strength)
    .slice(0, rank);
  const embedded = new Float64Array(size * rank);
  for (let row = 0; row < size; row += 1) {
    order.forEach(({ at, strength }, column) => {
      let sum = 0;
      for (let a = 0; a < width; a += 1) {
        sum += (basis[row * width + a] as number) * (vectors[a * width + at] as number);
      }
      embedded[row * rank + column] = sum * Math.sqrt(strength);
    });
  }
  return embedded;
}

function multiply(
  { starts, columns, values }: Sparse,
  dense: Float64Array,
  size: number,
  width: number,
) {
  const product = new Float64Array(size * width);
  for (let row = 0; row < size; row += 1) {
    const to = row * width;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const value = values[at] as number;
      const from = (columns[at] as number) * width;
      for (let k = 0; k < width; k += 1) {
        product[to + k] = (product[to + k] as number) + value * (dense[from + k] as number);
      }
    }
  }
  return product;
}

/** Gram and Schmidt's method, column by column, in place. */
function orthonormalise(matrix: Float64Array, size: number, width: number): void {
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: size }, (_, row) => matrix[row * width + column] as number),
  );
  columns.forEach((column, at) => {
    for (const before of columns.slice(0, at)) {
      const shared = dot(column, before);
      for (let row = 0; row < size; row += 1) {
        column[row] = (column[row] as number) - shared * (before[row] as number);
      }
    }
    const length = Math.sqrt(dot(column, column)) || 1;
    for (let row = 0; row < size; row += 1) {
      column[row] = (column[row] as number) / length;
      matrix[row * width + at] = column[row] as number;
    }
  });
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** Eigenvalues and vectors (in columns) of a small symmetric matrix by Jacobi's rotations. */
function eigen(matrix: Float64Array, size: number): { values: number[]; vectors: Float64Array } {
  const a = matrix.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) v[i * size + i] = 1;
  const rotate = (m: Float64Array, i: number, j: number, c: number, s: number): void => {
    const one = m[i] as number;
    const other = m[j] as number;
    m[i] = c * one - s * other;
    m[j] = s * one + c * other;
  };
  for (let sweep = 0; sweep < 12; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const off = a[p * size + q] as number;
        if (Math.abs(off) < 1e-12) continue;
        const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < size; k += 1) rotate(a, k * size + p, k * size + q, c, s);
        for (let k = 0; k < size; k += 1) rotate(a, p * size + k, q * size + k, c, s);
        for (let k = 0; k < size; k += 1) rotate(v, k * size + p, k * size + q, c, s);
      }
    }
  }
  return { values: Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors: v };
}

/** Rows of length 1. */
function unit(matrix: Float64Array, width: number): Float32Array {
  const result = new Float32Array(matrix.length);
  for (let from = 0; from < matrix.length; from += width) {
    const row = matrix.subarray(from, from + width);
    const length = Math.sqrt(dot(row, row)) || 1;
    row.forEach((value, at) => {
      result[from + at] = value / length;
    });
  }
  return result;
}

function toBytes(matrix: Float64Array, width: number, kept: number): Int8Array {
  const size = matrix.length / width;
  const shortened = new Float64Array(size * kept);
  for (let row = 0; row < size; row += 1) {
    shortened.set(matrix.subarray(row * width, row * width + kept), row * kept);
  }
  return Int8Array.from(unit(shortened, kept), (value) => Math.round(value * 127));
}

function relatedWords(units: Float32Array, width: number, settings: WordVectorSettings) {
  const size = units.length / width;
  return Array.from({ length: size }, (_, one) => {
    const found: { word: number; similarity: number }[] = [];
    for (let other = 0; other < size; other += 1) {
      if (other === one) continue;
      let similarity = 0;
      for (let k = 0; k < width; k += 1) {
        similarity += (units[one * width + k] as number) * (units[other * width + k] as number);
      }
      if (similarity >= settings.leastSimilarity) found.push({ word: other, similarity });
    }
    return found
      .sort((a, b) => b.similarity - a.similarity || a.word - b.word)
      .slice(0, settings.related);
  });
}

import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { wordToTerm } from '../matching/text/terms.ts';
import { foldWord } from '../matching/text/text.ts';
import type { WordEmbeddings } from './word-embeddings.ts';

export interface WordVectorSettings {
  /** So many of the most frequent words are looked at, and so many of their stems kept. */
  readonly words: number;
  readonly stems: number;
  /** Directions that all words share, which tell none from another, and are taken out. */
  readonly shared: number;
  /** Dimensions that are shipped. */
  readonly dimensions: number;
  /** Related words kept for each word, and the least similarity. */
  readonly related: number;
  readonly leastSimilarity: number;
  /** Words of a claim. */
  readonly wordsPerClaim: number;
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
 * What stems mean, by vectors of their written forms, each weighed by how often it is used; without what all vectors have in common
 * (Mu and Viswanath, "All-but-the-Top", 2018), on their principal axes.
 */
export function embeddingsToWordVectors(
  embeddings: WordEmbeddings,
  settings: WordVectorSettings,
): WordVectors {
  const { shared, dimensions, wordsPerClaim } = settings;
  const stems = stemsOf(embeddings, settings);
  const rows = new Matrix(stems.map(({ vector }) => unit(vector)));
  const axes = principalAxes(rows.center('column'));
  const onAxes = (from: number, to: number): readonly (readonly number[])[] =>
    rows
      .mmul(axes.subMatrix(0, axes.rows - 1, from, to - 1))
      .to2DArray()
      .map(unit);
  return {
    words: stems.map(({ stem }) => stem),
    shares: stems.map(({ frequency }) => 1 - Math.exp(-wordsPerClaim * frequency)),
    dimensions,
    vectors: Int8Array.from(onAxes(shared, shared + dimensions).flat(), (value) =>
      Math.round(value * 127),
    ),
    related: relatedWords(onAxes(shared, axes.columns), settings),
  };
}

interface Stem {
  readonly stem: string;
  /** Share of all words that are a form of it. */
  frequency: number;
  readonly vector: number[];
}

/** The most frequent first. How frequent a word is tells its rank (Zipf's law). */
function stemsOf({ words, dimensions }: WordEmbeddings, settings: WordVectorSettings): Stem[] {
  const ranked = words.slice(0, settings.words);
  const all = ranked.reduce((sum, _, at) => sum + 1 / (at + 1), 0);
  const stems = new Map<string, Stem>();
  for (const [at, { word, vector }] of ranked.entries()) {
    const stem = /^[a-z][a-z'-]*$/.test(word) ? wordToTerm(foldWord(word)).text : '';
    if (!/^[a-z]{2,}$/.test(stem)) continue;
    const frequency = 1 / (at + 1) / all;
    const known = stems.get(stem) ?? {
      stem,
      frequency: 0,
      vector: new Array<number>(dimensions).fill(0),
    };
    stems.set(stem, known);
    known.frequency += frequency;
    for (const [k, value] of vector.entries()) {
      known.vector[k] = (known.vector[k] as number) + frequency * value;
    }
  }
  return [...stems.values()]
    .sort((one, other) => other.frequency - one.frequency)
    .slice(0, settings.stems);
}

/** In columns, those along which rows differ most first. */
function principalAxes(centred: Matrix): Matrix {
  const covariance = centred.transpose().mmul(centred).div(centred.rows);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const order = [...realEigenvalues.keys()].sort(
    (one, other) => (realEigenvalues[other] as number) - (realEigenvalues[one] as number),
  );
  return eigenvectorMatrix.subMatrixColumn(order);
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function relatedWords(
  units: readonly (readonly number[])[],
  { related, leastSimilarity }: WordVectorSettings,
) {
  const rows = units.map((row) => Float64Array.from(row));
  return rows.map((one, place) => {
    const found: { word: number; similarity: number }[] = [];
    for (const [word, other] of rows.entries()) {
      if (word === place) continue;
      let similarity = 0;
      for (let k = 0; k < one.length; k += 1) {
        similarity += (one[k] as number) * (other[k] as number);
      }
      if (similarity >= leastSimilarity) found.push({ word, similarity });
    }
    return found.sort((a, b) => b.similarity - a.similarity || a.word - b.word).slice(0, related);
  });
}

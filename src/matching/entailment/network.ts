import { paired } from '../alignment/likeness.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { addProduct, addVector, dot, rectify } from './algebra.ts';
import { mostWords, type Pair, type PairWord } from './pair.ts';
import { outcomes, type Parameters } from './parameters.ts';

/** Numbers of one sentence, a vector a word or one number a word; what is learned from goes through them backwards. */
export interface Side {
  count: number;
  /** The nearest that the other sentence comes to each word. */
  readonly nearest: Float64Array;
  readonly words: Float64Array;
  /** What the neighbours add. */
  readonly turned: Float64Array;
  /** Words among their neighbours. */
  readonly contexts: Float64Array;
  /** What each is aligned with, and how near that is. */
  readonly aligned: Float64Array;
  readonly attended: Float64Array;
  readonly compared: Float64Array;
  /** Of each number of `compared`, the word where it is highest, or -1. */
  readonly highestAt: Int32Array;
}

export interface Workings {
  readonly text: Side;
  readonly claim: Side;
  readonly asks: Float64Array;
  /** Row by row, how much a word of the text looks at each of the claim, and the other way round. */
  readonly fromText: Float64Array;
  readonly fromClaim: Float64Array;
  readonly pooled: Float64Array;
  readonly head: Float64Array;
  /** Log-odds. */
  readonly outcome: Float64Array;
  /** What the network makes of words of the lexicon, for as long as it learns nothing: a few megabytes at most. */
  readonly known: Map<number, Float64Array> | undefined;
}

/** Sums over words are made smaller, to be about as large as what they stand beside. */
export const pooledShare = 0.25;

export function newWorkings(width: number, known?: Map<number, Float64Array>): Workings {
  const vectors = () => new Float64Array(mostWords * width);
  const side = (): Side => ({
    count: 0,
    nearest: new Float64Array(mostWords),
    words: vectors(),
    turned: vectors(),
    contexts: vectors(),
    aligned: vectors(),
    attended: new Float64Array(mostWords),
    compared: vectors(),
    highestAt: new Int32Array(width),
  });
  return {
    text: side(),
    claim: side(),
    asks: vectors(),
    fromText: new Float64Array(mostWords * mostWords),
    fromClaim: new Float64Array(mostWords * mostWords),
    pooled: new Float64Array(4 * width),
    head: new Float64Array(width),
    outcome: new Float64Array(outcomes),
    known,
  };
}

/**
 * Decomposable attention (Parikh, Täckström, Das and Uszkoreit, 2016) over words among their neighbours: each word is compared
 * with what of the other sentence it is aligned with, and the comparisons are added up.
 */
export function runNetwork(
  parameters: Parameters,
  lexicon: Lexicon,
  pair: Pair,
  workings: Workings,
): void {
  readWords(parameters, lexicon, pair, workings);
  compareWords(parameters, pair, workings);
  pool(parameters, workings);
  conclude(parameters, workings);
}

function readWords(
  parameters: Parameters,
  lexicon: Lexicon,
  { text, claim, nearness }: Pair,
  { text: asked, claim: checked, known }: Workings,
): void {
  const { parts, width, placeOf } = parameters;
  asked.count = text.length;
  checked.count = claim.length;
  asked.nearest.fill(0);
  checked.nearest.fill(0);
  for (let row = 0; row < text.length; row += 1) {
    for (let column = 0; column < claim.length; column += 1) {
      const near = nearness[row * claim.length + column] as number;
      if (near > (asked.nearest[row] as number)) asked.nearest[row] = near;
      if (near > (checked.nearest[column] as number)) checked.nearest[column] = near;
    }
  }
  const read = (words: readonly PairWord[], side: Side) => {
    side.words.fill(0, 0, words.length * width);
    for (const [place, { word, lexiconPlace, marks }] of words.entries()) {
      const at = place * width;
      addVector(parts.words, placeOf(word) * width, 1, side.words, at, width);
      addVector(parts.word, 0, 1, side.words, at, width);
      for (let mark = 0; mark < marks.length; mark += 1) {
        addVector(parts.marks, mark * width, marks[mark] as number, side.words, at, width);
      }
      const signs = signsOf(side.nearest[place] as number);
      for (let sign = 0; sign < signs.length; sign += 1) {
        addVector(parts.nearness, sign * width, signs[sign] as number, side.words, at, width);
      }
      if (lexiconPlace < 0) continue;
      addVector(vectorOf(parameters, lexicon, lexiconPlace, known), 0, 1, side.words, at, width);
    }
  };
  read(text, asked);
  read(claim, checked);
}

/** What the network makes of a word's vector in the lexicon. */
function vectorOf(
  { parts, width }: Parameters,
  { vectors, dimensions }: Lexicon,
  place: number,
  known: Map<number, Float64Array> | undefined,
): Float64Array {
  const kept = known?.get(place);
  if (kept) return kept;
  const vector = new Float64Array(width);
  for (let k = 0; k < dimensions; k += 1) {
    const times = (vectors[place * dimensions + k] as number) / 127;
    addVector(parts.vectors, k * width, times, vector, 0, width);
  }
  known?.set(place, vector);
  return vector;
}

/** What is told of how near a word is: how near, whether it is paired, and whether it is the same. */
export function signsOf(nearest: number): readonly number[] {
  return [nearest, Number(nearest >= paired), Number(nearest >= 0.99)];
}

function compareWords(parameters: Parameters, pair: Pair, workings: Workings): void {
  const { text, claim } = workings;
  addContexts(parameters, text);
  addContexts(parameters, claim);
  attend(parameters, pair, workings);
  compare(parameters, text);
  compare(parameters, claim);
}

function addContexts({ parts, width }: Parameters, side: Side): void {
  const { count, words, turned, contexts } = side;
  for (let place = 0; place < count; place += 1) {
    const at = place * width;
    turned.set(parts.context, at);
    addProduct(parts.here, words, at, turned, at, width);
    if (place > 0) addProduct(parts.before, words, at - width, turned, at, width);
    if (place + 1 < count) addProduct(parts.behind, words, at + width, turned, at, width);
  }
  rectify(turned, 0, count * width);
  for (let at = 0; at < count * width; at += 1) {
    contexts[at] = (words[at] as number) + (turned[at] as number);
  }
}

function attend(
  { parts, width }: Parameters,
  { nearness }: Pair,
  { text, claim, asks, fromText, fromClaim }: Workings,
): void {
  const rows = text.count;
  const columns = claim.count;
  asks.fill(0, 0, rows * width);
  for (let row = 0; row < rows; row += 1) {
    addProduct(parts.asks, text.contexts, row * width, asks, row * width, width);
    for (let column = 0; column < columns; column += 1) {
      const near = nearness[row * columns + column] as number;
      const energy =
        dot(asks, row * width, claim.contexts, column * width, width) / Math.sqrt(width) +
        (parts.drawn[0] as number) * near +
        (near >= paired ? (parts.drawn[1] as number) : 0);
      fromText[row * columns + column] = energy;
      fromClaim[row * columns + column] = energy;
    }
  }
  for (let row = 0; row < rows; row += 1) normalize(fromText, row * columns, 1, columns);
  for (let column = 0; column < columns; column += 1) normalize(fromClaim, column, columns, rows);
  text.aligned.fill(0, 0, rows * width);
  claim.aligned.fill(0, 0, columns * width);
  text.attended.fill(0);
  claim.attended.fill(0);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const near = nearness[at] as number;
      const there = fromText[at] as number;
      const back = fromClaim[at] as number;
      addVector(claim.contexts, column * width, there, text.aligned, row * width, width);
      addVector(text.contexts, row * width, back, claim.aligned, column * width, width);
      text.attended[row] = (text.attended[row] as number) + there * near;
      claim.attended[column] = (claim.attended[column] as number) + back * near;
    }
  }
}

/** Makes `count` energies, `step` apart, shares of 1. */
function normalize(values: Float64Array, from: number, step: number, count: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k += 1) most = Math.max(most, values[from + k * step] as number);
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    const share = Math.exp((values[from + k * step] as number) - most);
    values[from + k * step] = share;
    sum += share;
  }
  for (let k = 0; k < count; k += 1) {
    values[from + k * step] = (values[from + k * step] as number) / sum;
  }
}

function compare({ parts, width }: Parameters, side: Side): void {
  const { count, contexts, aligned, nearest, attended, compared } = side;
  const product = new Float64Array(width);
  const distance = new Float64Array(width);
  for (let place = 0; place < count; place += 1) {
    const at = place * width;
    for (let k = 0; k < width; k += 1) {
      const own = contexts[at + k] as number;
      const other = aligned[at + k] as number;
      product[k] = own * other;
      distance[k] = Math.abs(own - other);
    }
    compared.set(parts.compared, at);
    addProduct(parts.own, contexts, at, compared, at, width);
    addProduct(parts.other, aligned, at, compared, at, width);
    addProduct(parts.product, product, 0, compared, at, width);
    addProduct(parts.distance, distance, 0, compared, at, width);
    const signs = comparedSigns(nearest[place] as number, attended[place] as number);
    for (let sign = 0; sign < signs.length; sign += 1) {
      addVector(parts.paired, sign * width, signs[sign] as number, compared, at, width);
    }
  }
  rectify(compared, 0, count * width);
}

/** The second is what is learned through. */
export function comparedSigns(nearest: number, attended: number): readonly number[] {
  return [nearest, attended, Number(nearest < paired)];
}

/** Adds up what was compared, and takes the highest: both of the text, then both of the claim. */
function pool({ width }: Parameters, { text, claim, pooled }: Workings): void {
  pooled.fill(0);
  for (const [number, { count, compared, highestAt }] of [text, claim].entries()) {
    const sums = 2 * number * width;
    const highest = sums + width;
    highestAt.fill(-1);
    for (let place = 0; place < count; place += 1) {
      for (let k = 0; k < width; k += 1) {
        const value = compared[place * width + k] as number;
        pooled[sums + k] = (pooled[sums + k] as number) + pooledShare * value;
        if (value <= (pooled[highest + k] as number)) continue;
        pooled[highest + k] = value;
        highestAt[k] = place;
      }
    }
  }
}

function conclude({ parts, width }: Parameters, { pooled, head, outcome }: Workings): void {
  for (let k = 0; k < width; k += 1) {
    head[k] = (parts.headBias[k] as number) + dot(parts.head, k * 4 * width, pooled, 0, 4 * width);
  }
  rectify(head, 0, width);
  for (let k = 0; k < outcomes; k += 1) {
    outcome[k] = (parts.outcomeBias[k] as number) + dot(parts.outcome, k * width, head, 0, width);
  }
}

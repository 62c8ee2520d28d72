import { paired } from '../matching/alignment/likeness.ts';
import { addVector, dot } from '../matching/entailment/algebra.ts';
import {
  comparedSigns,
  pooledShare,
  type Side,
  signsOf,
  type Workings,
} from '../matching/entailment/network.ts';
import type { Pair, PairWord } from '../matching/entailment/pair.ts';
import { outcomes, type Parameters, type Parts } from '../matching/entailment/parameters.ts';
import type { Lexicon } from '../matching/index/lexicon.ts';

/** What a network's loss would fall by, for each number of a pass through it. */
interface Slopes {
  readonly text: SideSlopes;
  readonly claim: SideSlopes;
}

interface SideSlopes {
  readonly contexts: Float64Array;
  readonly aligned: Float64Array;
  readonly attended: Float64Array;
  readonly words: Float64Array;
}

/**
 * Goes backwards through what `runNetwork` left in the workings (Rumelhart, Hinton and Williams, 1986) and adds to `gradient`
 * how the loss changes with each parameter.
 * @param slopes how it changes with either log-odds
 * @param ofPlaces adds here how it changes with what the network makes of a word of the lexicon, by the word's place;
 *   `addSlopesOfVectors` does the rest once for many pairs, which have many words in common
 */
export function addGradient(
  { parts, width, placeOf }: Parameters,
  pair: Pair,
  workings: Workings,
  slopes: readonly number[],
  gradient: Parts,
  ofPlaces: Map<number, Float64Array>,
): void {
  const of: Slopes = { text: newSlopes(workings.text), claim: newSlopes(workings.claim) };
  const pooled = slopesOfPooled();
  slopesOfCompared(workings.text, of.text, 0);
  slopesOfCompared(workings.claim, of.claim, 2 * width);
  slopesOfAttention();
  slopesOfContexts(workings.text, of.text);
  slopesOfContexts(workings.claim, of.claim);
  slopesOfWords(pair.text, workings.text, of.text);
  slopesOfWords(pair.claim, workings.claim, of.claim);

  function newSlopes({ count }: Side): SideSlopes {
    const vectors = () => new Float64Array(count * width);
    return {
      contexts: vectors(),
      aligned: vectors(),
      attended: new Float64Array(count),
      words: vectors(),
    };
  }

  function slopesOfPooled(): Float64Array {
    const slope = new Float64Array(4 * width);
    const head = new Float64Array(width);
    for (let k = 0; k < outcomes; k += 1) {
      const own = slopes[k] as number;
      gradient.outcomeBias[k] = (gradient.outcomeBias[k] as number) + own;
      addVector(workings.head, 0, own, gradient.outcome, k * width, width);
      addVector(parts.outcome, k * width, own, head, 0, width);
    }
    for (let k = 0; k < width; k += 1) {
      const own = head[k] as number;
      if (own === 0 || (workings.head[k] as number) <= 0) continue;
      gradient.headBias[k] = (gradient.headBias[k] as number) + own;
      addVector(workings.pooled, 0, own, gradient.head, k * 4 * width, 4 * width);
      addVector(parts.head, k * 4 * width, own, slope, 0, 4 * width);
    }
    return slope;
  }

  function slopesOfCompared(side: Side, slope: SideSlopes, sums: number): void {
    const { count, contexts, aligned, nearest, attended, compared, highestAt } = side;
    const own = new Float64Array(width);
    const product = new Float64Array(width);
    const distance = new Float64Array(width);
    for (let place = 0; place < count; place += 1) {
      const at = place * width;
      let isMoved = false;
      for (let k = 0; k < width; k += 1) {
        own[k] = 0;
        if ((compared[at + k] as number) <= 0) continue;
        own[k] =
          pooledShare * (pooled[sums + k] as number) +
          (highestAt[k] === place ? (pooled[sums + width + k] as number) : 0);
        isMoved ||= own[k] !== 0;
      }
      if (!isMoved) continue;
      addVector(own, 0, 1, gradient.compared, 0, width);
      const signs = comparedSigns(nearest[place] as number, attended[place] as number);
      for (const [sign, value] of signs.entries()) {
        addVector(own, 0, value, gradient.paired, sign * width, width);
      }
      slope.attended[place] =
        (slope.attended[place] as number) + dot(own, 0, parts.paired, width, width);
      backThrough(parts.own, gradient.own, own, 0, contexts, at, slope.contexts, at);
      backThrough(parts.other, gradient.other, own, 0, aligned, at, slope.aligned, at);
      const products = new Float64Array(width);
      const distances = new Float64Array(width);
      for (let k = 0; k < width; k += 1) {
        products[k] = (contexts[at + k] as number) * (aligned[at + k] as number);
        distances[k] = Math.abs((contexts[at + k] as number) - (aligned[at + k] as number));
      }
      product.fill(0);
      distance.fill(0);
      backThrough(parts.product, gradient.product, own, 0, products, 0, product, 0);
      backThrough(parts.distance, gradient.distance, own, 0, distances, 0, distance, 0);
      for (let k = 0; k < width; k += 1) {
        const one = contexts[at + k] as number;
        const other = aligned[at + k] as number;
        const turn = Math.sign(one - other) * (distance[k] as number);
        slope.contexts[at + k] =
          (slope.contexts[at + k] as number) + (product[k] as number) * other + turn;
        slope.aligned[at + k] =
          (slope.aligned[at + k] as number) + (product[k] as number) * one - turn;
      }
    }
  }

  function slopesOfAttention(): void {
    const { text, claim, asks, fromText, fromClaim } = workings;
    const rows = text.count;
    const columns = claim.count;
    const energies = new Float64Array(rows * columns);
    backThroughShares(fromText, of.text, claim, of.claim, 1, columns, rows, columns);
    backThroughShares(fromClaim, of.claim, text, of.text, columns, 1, columns, rows);
    const asked = new Float64Array(rows * width);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const slope = energies[row * columns + column] as number;
        if (slope === 0) continue;
        const near = pair.nearness[row * columns + column] as number;
        gradient.drawn[0] = (gradient.drawn[0] as number) + slope * near;
        if (near >= paired) gradient.drawn[1] = (gradient.drawn[1] as number) + slope;
        const scaled = slope / Math.sqrt(width);
        addVector(claim.contexts, column * width, scaled, asked, row * width, width);
        addVector(asks, row * width, scaled, of.claim.contexts, column * width, width);
      }
      backThrough(
        parts.asks,
        gradient.asks,
        asked,
        row * width,
        text.contexts,
        row * width,
        of.text.contexts,
        row * width,
      );
    }

    /** Of one side's shares of the other; steps say how far apart they lie along the other side and along its own. */
    function backThroughShares(
      shares: Float64Array,
      slope: SideSlopes,
      other: Side,
      otherSlope: SideSlopes,
      otherStep: number,
      ownStep: number,
      count: number,
      otherCount: number,
    ): void {
      for (let place = 0; place < count; place += 1) {
        const own = new Float64Array(otherCount);
        let mean = 0;
        for (let there = 0; there < otherCount; there += 1) {
          const at = place * ownStep + there * otherStep;
          const share = shares[at] as number;
          const value =
            dot(slope.aligned, place * width, other.contexts, there * width, width) +
            (slope.attended[place] as number) * (pair.nearness[at] as number);
          own[there] = value;
          mean += share * value;
          addVector(slope.aligned, place * width, share, otherSlope.contexts, there * width, width);
        }
        for (let there = 0; there < otherCount; there += 1) {
          const at = place * ownStep + there * otherStep;
          energies[at] =
            (energies[at] as number) + (shares[at] as number) * ((own[there] as number) - mean);
        }
      }
    }
  }

  function slopesOfContexts({ count, words, turned }: Side, slope: SideSlopes): void {
    const own = new Float64Array(width);
    for (let place = 0; place < count; place += 1) {
      const at = place * width;
      addVector(slope.contexts, at, 1, slope.words, at, width);
      for (let k = 0; k < width; k += 1) {
        own[k] = (turned[at + k] as number) > 0 ? (slope.contexts[at + k] as number) : 0;
      }
      addVector(own, 0, 1, gradient.context, 0, width);
      backThrough(parts.here, gradient.here, own, 0, words, at, slope.words, at);
      if (place > 0)
        backThrough(
          parts.before,
          gradient.before,
          own,
          0,
          words,
          at - width,
          slope.words,
          at - width,
        );
      if (place + 1 < count)
        backThrough(
          parts.behind,
          gradient.behind,
          own,
          0,
          words,
          at + width,
          slope.words,
          at + width,
        );
    }
  }

  function slopesOfWords(words: readonly PairWord[], side: Side, slope: SideSlopes): void {
    for (const [place, { word, lexiconPlace, marks }] of words.entries()) {
      const at = place * width;
      const add = (part: Float64Array, number: number, times: number) =>
        addVector(slope.words, at, times, part, number * width, width);
      const known = placeOf(word);
      if (known > 0) add(gradient.words, known, 1);
      add(gradient.word, 0, 1);
      for (const [mark, value] of marks.entries()) add(gradient.marks, mark, value);
      for (const [sign, value] of signsOf(side.nearest[place] as number).entries())
        add(gradient.nearness, sign, value);
      if (lexiconPlace < 0) continue;
      const sum = ofPlaces.get(lexiconPlace) ?? new Float64Array(width);
      ofPlaces.set(lexiconPlace, sum);
      addVector(slope.words, at, 1, sum, 0, width);
    }
  }

  /** Of a matrix times a vector: `own` is the slope of the product. */
  function backThrough(
    matrix: Float64Array,
    matrixGradient: Float64Array,
    own: Float64Array,
    ownAt: number,
    vector: Float64Array,
    at: number,
    slope: Float64Array,
    slopeAt: number,
  ): void {
    // Two rows at a time, since most of the time goes into fetching numbers and putting them back.
    for (let row = 0; row < width; row += 2) {
      const one = own[ownAt + row] as number;
      const two = own[ownAt + row + 1] as number;
      if (one === 0 && two === 0) continue;
      const first = row * width;
      const second = first + width;
      for (let column = 0; column < width; column += 1) {
        const value = vector[at + column] as number;
        matrixGradient[first + column] = (matrixGradient[first + column] as number) + one * value;
        matrixGradient[second + column] = (matrixGradient[second + column] as number) + two * value;
        slope[slopeAt + column] =
          (slope[slopeAt + column] as number) +
          one * (matrix[first + column] as number) +
          two * (matrix[second + column] as number);
      }
    }
  }
}

/** How the loss changes with what makes vectors of the lexicon the network's own. */
export function addSlopesOfVectors(
  ofPlaces: ReadonlyMap<number, Float64Array>,
  { dimensions, vectors }: Lexicon,
  width: number,
  gradient: Parts,
): void {
  for (const [place, slope] of ofPlaces) {
    for (let k = 0; k < dimensions; k += 1) {
      const times = (vectors[place * dimensions + k] as number) / 127;
      addVector(slope, 0, times, gradient.vectors, k * width, width);
    }
  }
}

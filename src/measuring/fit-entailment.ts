import { newWorkings, runNetwork } from '../matching/entailment/network.ts';
import type { Pair, PairWord } from '../matching/entailment/pair.ts';
import {
  emptyParameters,
  outcomes,
  type Parameters,
  type Parts,
} from '../matching/entailment/parameters.ts';
import type { Lexicon } from '../matching/index/lexicon.ts';
import { addGradient, addSlopesOfVectors } from './entailment-gradient.ts';
import { createRandom } from './random.ts';

export interface PairExample {
  readonly pair: Pair;
  /** Whether the text makes the claim, and whether it makes it or comes close. */
  readonly outcome: readonly [boolean, boolean];
  readonly weight: number;
}

export interface EntailmentSettings {
  readonly width: number;
  readonly rounds: number;
  readonly batch: number;
  /** How far each step goes at most. */
  readonly rate: number;
  /** Share of words that are taken for unknown ones: most words of a text are new to the network. */
  readonly forgotten: number;
  readonly seed: number;
}

/** Steps in which the rate rises, and what share of it is left at the end. */
const warmUp = 200;
const leastRate = 0.02;
/** Adam (Kingma and Ba, 2015), with its authors' constants. */
const memory = { slope: 0.9, square: 0.999 };
const tiny = 1e-8;
/** A step's slopes are no longer than this together (Pascanu, Mikolov and Bengio, 2013). */
const longest = 1;

/** Learns from pairs what words leave a text the claim's, by the loss of both log-odds. */
export function fitEntailment(
  examples: readonly PairExample[],
  words: readonly string[],
  lexicon: Lexicon,
  { width, rounds, batch, rate, forgotten, seed }: EntailmentSettings,
): Parameters {
  const random = createRandom(seed);
  const parameters = emptyParameters(words, width, lexicon.dimensions);
  drawParts(parameters, random);
  const gradient = emptyParameters(words, width, lexicon.dimensions);
  const { values } = parameters;
  const slopes = gradient.values;
  const means = new Float64Array(values.length);
  const squares = new Float64Array(values.length);
  const known = new Map<number, Float64Array>();
  const workings = newWorkings(width, known);
  const steps = rounds * Math.ceil(examples.length / batch);
  for (let step = 0, round = 0; round < rounds; round += 1) {
    const order = shuffled(examples.length, random);
    for (let from = 0; from < order.length; from += batch, step += 1) {
      const chosen = order.subarray(from, from + batch);
      let total = 0;
      for (const at of chosen) total += (examples[at] as PairExample).weight;
      slopes.fill(0);
      known.clear();
      const ofPlaces = new Map<number, Float64Array>();
      for (const at of chosen) {
        const { pair, outcome, weight } = examples[at] as PairExample;
        const seen = forget(pair);
        runNetwork(parameters, lexicon, seen, workings);
        const errors = Array.from(workings.outcome, (odds, k) => {
          const probability = 1 / (1 + Math.exp(-odds));
          return ((probability - Number(outcome[k])) * weight) / (total * outcomes);
        });
        addGradient(parameters, seen, workings, errors, gradient.parts, ofPlaces);
      }
      addSlopesOfVectors(ofPlaces, lexicon, width, gradient.parts);
      move(step);
    }
  }
  return parameters;

  function forget({ text, claim, nearness }: Pair): Pair {
    const less = (side: readonly PairWord[]) =>
      side.map((word) => (random() < forgotten ? { ...word, word: '' } : word));
    return { text: less(text), claim: less(claim), nearness };
  }

  function move(step: number): void {
    let square = 0;
    for (const slope of slopes) square += slope ** 2;
    const shorter = Math.min(1, longest / (Math.sqrt(square) || 1));
    const now = rate * Math.min(1, step / warmUp) * Math.max(leastRate, 1 - step / steps);
    const slopeBias = 1 - memory.slope ** (step + 1);
    const squareBias = 1 - memory.square ** (step + 1);
    for (let at = 0; at < values.length; at += 1) {
      const slope = (slopes[at] as number) * shorter;
      const mean = memory.slope * (means[at] as number) + (1 - memory.slope) * slope;
      const spread = memory.square * (squares[at] as number) + (1 - memory.square) * slope ** 2;
      means[at] = mean;
      squares[at] = spread;
      values[at] =
        (values[at] as number) -
        (now * (mean / slopeBias)) / (Math.sqrt(spread / squareBias) + tiny);
    }
  }
}

/** Small numbers to begin with: about as large as keeps what goes through a matrix as large as it was. */
function drawParts({ parts, width, dimensions }: Parameters, random: () => number): void {
  const inputs: Readonly<Partial<Record<keyof Parts, number>>> = {
    vectors: dimensions,
    marks: 5,
    nearness: 3,
    before: 3 * width,
    here: 3 * width,
    behind: 3 * width,
    asks: width,
    own: 4 * width,
    other: 4 * width,
    product: 4 * width,
    distance: 4 * width,
    paired: 4 * width,
    head: 4 * width,
    outcome: width,
  };
  for (const [name, count] of Object.entries(inputs)) {
    const part = parts[name as keyof Parts];
    const most = 1 / Math.sqrt(count);
    for (let at = 0; at < part.length; at += 1) part[at] = (2 * random() - 1) * most;
  }
  // Those of unknown words stay zero.
  for (let at = width; at < parts.words.length; at += 1) parts.words[at] = (random() - 0.5) * 0.17;
  parts.drawn.set([4, 2]);
}

function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const value = order[at] as number;
    order[at] = order[other] as number;
    order[other] = value;
  }
  return order;
}

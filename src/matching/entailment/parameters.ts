import { wordMarks } from './pair.ts';

/** What `npm run train` learned of pairs of sentences, as kept in `entailment.json`. */
export interface EntailmentFile {
  /** What it was made from, and by what command. */
  readonly provenance: string;
  /** How many numbers stand for a word. */
  readonly width: number;
  /** Words that have numbers of their own, with blanks between. */
  readonly words: string;
  /** Half-precision numbers in base64: the parts of `Parts`, one after the other. */
  readonly values: string;
}

/** The parts of the network, each a matrix row by row, or one vector after the other. */
export interface Parts {
  /** Of each known word, behind those of all others. */
  readonly words: Float64Array;
  /** From the lexicon's vectors. */
  readonly vectors: Float64Array;
  /** One vector a mark. */
  readonly marks: Float64Array;
  /** One vector for each of what `nearnessSigns` tells. */
  readonly nearness: Float64Array;
  readonly word: Float64Array;
  /** The word before, the word itself, and the word behind. */
  readonly before: Float64Array;
  readonly here: Float64Array;
  readonly behind: Float64Array;
  readonly context: Float64Array;
  /** What a word of the text looks for. */
  readonly asks: Float64Array;
  /** What nearness, and being a pair, adds to that. */
  readonly drawn: Float64Array;
  /** A word, what it is aligned with, their product and their distance. */
  readonly own: Float64Array;
  readonly other: Float64Array;
  readonly product: Float64Array;
  readonly distance: Float64Array;
  /** One vector for each of the nearest, the nearness to what it is aligned with, and being left over. */
  readonly paired: Float64Array;
  readonly compared: Float64Array;
  readonly head: Float64Array;
  readonly headBias: Float64Array;
  readonly outcome: Float64Array;
  readonly outcomeBias: Float64Array;
}

export interface Parameters {
  readonly width: number;
  readonly dimensions: number;
  /** The place of a known word, from 1; 0 for all others. */
  readonly placeOf: (word: string) => number;
  /** All parts, one after the other; they are windows on it. */
  readonly values: Float64Array;
  readonly parts: Parts;
}

/** Probabilities told: that the text makes the claim, and that it makes it or comes close. */
export const outcomes = 2;
/** How many vectors of `nearness` and of `paired` there are. */
const nearnessSigns = 3;
const pairedSigns = 3;

const nothing = new Float64Array();

/** All zero. */
export function emptyParameters(
  words: readonly string[],
  width: number,
  dimensions: number,
): Parameters {
  const places = new Map(words.map((word, at) => [word, at + 1]));
  const square = width * width;
  const layOut = (next: (size: number) => Float64Array): Parts => ({
    words: next((words.length + 1) * width),
    vectors: next(dimensions * width),
    marks: next(wordMarks.length * width),
    nearness: next(nearnessSigns * width),
    word: next(width),
    before: next(square),
    here: next(square),
    behind: next(square),
    context: next(width),
    asks: next(square),
    drawn: next(2),
    own: next(square),
    other: next(square),
    product: next(square),
    distance: next(square),
    paired: next(pairedSigns * width),
    compared: next(width),
    head: next(4 * square),
    headBias: next(width),
    outcome: next(outcomes * width),
    outcomeBias: next(outcomes),
  });
  let total = 0;
  layOut((size) => {
    total += size;
    return nothing;
  });
  const values = new Float64Array(total);
  let from = 0;
  const parts = layOut((size) => {
    from += size;
    return values.subarray(from - size, from);
  });
  return { width, dimensions, placeOf: (word) => places.get(word) ?? 0, values, parts };
}

export function fileToParameters(
  { width, words, values }: Omit<EntailmentFile, 'provenance'>,
  dimensions: number,
): Parameters {
  const parameters = emptyParameters(words.split(' '), width, dimensions);
  parameters.values.set(new Float16Array(Uint8Array.fromBase64(values).buffer));
  return parameters;
}

export function valuesToBase64(values: Float64Array): string {
  return new Uint8Array(new Float16Array(values).buffer).toBase64();
}

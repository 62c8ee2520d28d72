import type { Reading } from '../differences/reading.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { ClaimTokens, Saying } from './claim-tokens.ts';
import { likenessOf, paired } from './likeness.ts';
import type { Token } from './tokens.ts';

/** A text as the alignment sees it. */
export interface TextTokens {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
}

/** How rare a word is, from 0 for those in every sentence to 1. */
export type RarityOf = (token: Token) => number;

/** Which words of a text and of a claim correspond, and which are left over. */
export interface Alignment {
  readonly text: TextTokens;
  readonly claim: ClaimTokens;
  /** For each token of the text, how near the claim comes to it, in whatever it is said. */
  readonly likeness: readonly number[];
  /** Places, in the text's tokens, of the sentence that has most of the claim. */
  readonly focus: readonly number[];
  /** Those of the focus that the claim does not have. */
  readonly unpaired: readonly number[];
  /** The saying of which the text has most, and how near the text comes to each of its tokens. */
  readonly best: Side;
  /** The same for the claim's own text. */
  readonly main: Side;
  /** For each of the focus, its word's place in the best saying, or -1. */
  readonly placesInBest: readonly number[];
  /** Those places without the -1. */
  readonly order: readonly number[];
  /** How near a token of the text comes to one of the best saying, both by their places, from 0 to 1. */
  readonly nearnessAt: (token: number, place: number) => number;
}

export interface Side {
  readonly saying: Saying;
  readonly likeness: readonly number[];
  /** Share of its mass that is paired. */
  readonly covered: number;
  /** The same with words that come near counted in part. */
  readonly nearlyCovered: number;
  /** Tokens that the text does not have. */
  readonly missing: readonly Token[];
}

export function align(
  text: TextTokens,
  claim: ClaimTokens,
  rarityOf: RarityOf,
  lexicon: Lexicon,
): Alignment {
  const { tokens } = text;
  const width = claim.words.length;
  const matrix = new Float32Array(tokens.length * width);
  const likeness = new Array<number>(tokens.length).fill(0);
  const back = new Array<number>(width).fill(0);
  for (const [row, token] of tokens.entries()) {
    for (let column = 0; column < width; column += 1) {
      const near = likenessOf(token, claim.words[column] as Token, lexicon);
      matrix[row * width + column] = near;
      if (near > (likeness[row] as number)) likeness[row] = near;
      if (near > (back[column] as number)) back[column] = near;
    }
  }
  const sides = claim.sayings.map((saying) => sideOf(saying, back, rarityOf));
  const main = sides[0] as Side;
  const best = sides.reduce((one, other) => (other.covered > one.covered ? other : one), main);
  const focus = focusOf(tokens, likeness, rarityOf);
  const placesInBest = focus.map((at) => placeIn(best.saying, at));
  return {
    text,
    claim,
    likeness,
    focus,
    unpaired: focus.filter((at) => (likeness[at] as number) < paired),
    best,
    main,
    placesInBest,
    order: placesInBest.filter((place) => place >= 0),
    nearnessAt: (token, place) =>
      matrix[token * width + (best.saying.places[place] as number)] as number,
  };

  function placeIn({ places }: Saying, row: number): number {
    let found = -1;
    let top = paired;
    for (const [at, column] of places.entries()) {
      const near = matrix[row * width + column] as number;
      if (near < top || (near === top && found >= 0)) continue;
      top = near;
      found = at;
    }
    return found;
  }
}

function sideOf(saying: Saying, back: readonly number[], rarityOf: RarityOf): Side {
  const likeness = saying.places.map((place) => back[place] ?? 0);
  let all = 0;
  let pairedMass = 0;
  let nearMass = 0;
  const missing: Token[] = [];
  for (const [at, token] of saying.tokens.entries()) {
    const mass = rarityOf(token);
    const near = likeness[at] as number;
    all += mass;
    nearMass += mass * near;
    if (near >= paired) pairedMass += mass;
    else missing.push(token);
  }
  return {
    saying,
    likeness,
    covered: pairedMass / (all || 1),
    nearlyCovered: nearMass / (all || 1),
    missing,
  };
}

function focusOf(
  tokens: readonly Token[],
  likeness: readonly number[],
  rarityOf: RarityOf,
): number[] {
  const shared = new Map<number, number>();
  for (const [at, token] of tokens.entries()) {
    const { sentence } = token.word;
    shared.set(sentence, (shared.get(sentence) ?? 0) + rarityOf(token) * (likeness[at] as number));
  }
  let focus = -1;
  let most = -1;
  for (const [sentence, mass] of shared) {
    if (mass <= most) continue;
    most = mass;
    focus = sentence;
  }
  return tokens.flatMap(({ word }, at) => (word.sentence === focus ? [at] : []));
}

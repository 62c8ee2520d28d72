import type { Lexicon } from '../index/lexicon.ts';
import { isMisspelling } from '../text/misspelling.ts';
import { relationOf } from './thesaurus.ts';
import type { Token } from './tokens.ts';

/** From here on two words count as a pair. */
export const paired = 0.6;

/** Words that only keep the same company come no nearer: the nearest to a city or a first name are others of its kind. In single precision it is less, too. */
const mostUnpaired = paired - 2 ** -20;

/** How far one word says another, from 0 to 1. */
const worth = {
  same: 1,
  /** Misspelt, or said in another word. */
  meant: 0.9,
  /** Of one root, or a part of it; in the same company by as much of it as their vectors agree. */
  akin: 0.7,
  /** As far from saying it as a pair must be near. */
  exclusive: 1 - paired,
};

export function likenessOf(one: Token, other: Token, lexicon: Lexicon): number {
  if (one.word.stem === other.word.stem || one.term === other.term) return worth.same;
  const a = one.word.folded;
  const b = other.word.folded;
  if (one.corrected.includes(other.term) || isMisspelling(a, b)) return worth.meant;
  // Most words have no sense that is known; there are many pairs.
  const relation =
    one.senses.length > 0 && other.senses.length > 0
      ? relationOf(one.senses, other.senses)
      : undefined;
  if (relation === 'same') return worth.meant;
  if (haveOneRoot(a, b) || isPart(a, b)) return worth.akin;
  const near = Math.min(mostUnpaired, worth.akin * Math.max(0, cosineOf(one, other, lexicon)));
  return relation === 'exclusive' ? Math.min(worth.exclusive, near) : near;
}

/** 0 where one of them is not in the lexicon. */
export function cosineOf(one: Token, other: Token, { vectors, dimensions }: Lexicon): number {
  if (one.lexiconPlace < 0 || other.lexiconPlace < 0) return 0;
  const a = one.lexiconPlace * dimensions;
  const b = other.lexiconPlace * dimensions;
  let product = 0;
  for (let k = 0; k < dimensions; k += 1) {
    product += (vectors[a + k] as number) * (vectors[b + k] as number);
  }
  return product / (127 * 127);
}

/** "Corporate" and "corporation", "versichert" and "Versicherung": they begin alike for half of their length. */
function haveOneRoot(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared >= 4 && 2 * shared >= Math.max(a.length, b.length);
}

/** "Pool" and "swimmingpool". */
function isPart(a: string, b: string): boolean {
  if (a.length > b.length) return isPart(b, a);
  return a.length >= 4 && (b.startsWith(a) || b.endsWith(a));
}

import type { Lexicon } from '../index/lexicon.ts';
import { isMisspelling } from '../text/misspelling.ts';
import { relationOf } from './thesaurus.ts';
import type { Token } from './tokens.ts';

/** How far one word says another, from 0 to 1; words that only keep the same company stay below `paired`. */
const worth = {
  same: 1,
  misspelt: 0.95,
  synonym: 0.9,
  sameRoot: 0.8,
  part: 0.75,
  related: 0.7,
  exclusive: 0.4,
};

/** From here on two words count as a pair. */
export const paired = 0.6;

export function likenessOf(one: Token, other: Token, lexicon: Lexicon): number {
  if (one.word.stem === other.word.stem || one.term === other.term) return worth.same;
  const a = one.word.folded;
  const b = other.word.folded;
  if (one.corrected.includes(other.term) || isMisspelling(a, b)) return worth.misspelt;
  // Most words have no sense that is known; there are many pairs.
  const relation =
    one.senses.length > 0 && other.senses.length > 0
      ? relationOf(one.senses, other.senses)
      : undefined;
  if (relation === 'same') return worth.synonym;
  if (haveOneRoot(a, b)) return worth.sameRoot;
  if (isPart(a, b)) return worth.part;
  const near = worth.related * Math.max(0, cosineOf(one, other, lexicon));
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

/** "Corporate" and "corporation", "versichert" and "Versicherung": they begin alike for most of their length. */
function haveOneRoot(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  if (shared < 4) return false;
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  return shared >= 0.65 * shorter && shared >= 0.5 * longer;
}

/** "Pool" and "swimmingpool". */
function isPart(a: string, b: string): boolean {
  if (a.length > b.length) return isPart(b, a);
  return a.length >= 4 && (b.startsWith(a) || b.endsWith(a));
}

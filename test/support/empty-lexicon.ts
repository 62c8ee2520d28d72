import type { Lexicon } from '../../src/matching/index/lexicon.ts';

/** Knows no word. */
export const emptyLexicon: Lexicon = {
  dimensions: 0,
  size: 0,
  placeOf: () => -1,
  wordAt: () => '',
  rarityOf: () => 0,
  highestRarity: 0,
  vectors: new Int8Array(),
  eachRelated() {},
};

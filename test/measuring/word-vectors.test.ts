import { expect, test } from 'vitest';
import { createLexicon } from '../../src/matching/index/lexicon.ts';
import { embeddingsToWordVectors } from '../../src/measuring/embeddings-to-word-vectors.ts';
import { wordVectorsToLexiconFile } from '../../src/measuring/lexicon-file.ts';

const words = (list: readonly (readonly [string, ...number[]])[]) =>
  list.map(([word, ...vector]) => ({ word, vector }));

/** All of them share the last direction, which says nothing. */
const embeddings = {
  dimensions: 4,
  words: words([
    ['the', 0, 0, 0, 9],
    ['bus', 1, 0.1, 0, 9],
    ['buses', 1, 0.2, 0, 9],
    ['tram', 0.9, 0.1, 0.1, 9],
    ['doctor', 0, 1, 0.1, 9],
    ['nurse', 0, 0.9, 0, 9],
    ['2024', 1, 1, 1, 9],
    ['moon', -1, -1, 1, 9],
    ['star', -1, -1, 0.9, 9],
  ]),
};
const settings = {
  words: 100,
  stems: 100,
  shared: 0,
  dimensions: 3,
  related: 1,
  leastSimilarity: 0.5,
  wordsPerClaim: 20,
};

test('a lexicon knows stems, how rare they are, and which are near each other', () => {
  const lexicon = createLexicon(
    wordVectorsToLexiconFile(embeddingsToWordVectors(embeddings, settings), 1, 'these words'),
  );
  const relatedTo = (stem: string): readonly string[] => {
    const related: string[] = [];
    lexicon.eachRelated(lexicon.placeOf(stem), (place) => related.push(lexicon.wordAt(place)));
    return related;
  };

  expect(relatedTo('bus')).toEqual(['tram']);
  expect(relatedTo('nurs')).toEqual(['doctor']);
  expect(relatedTo('star')).toEqual(['moon']);
  // Both forms are one stem, and no number is a word.
  expect(lexicon.size).toBe(7);
  expect(lexicon.rarityOf(lexicon.placeOf('star'))).toBeGreaterThan(
    lexicon.rarityOf(lexicon.placeOf('bus')),
  );
});

test('of many words the most frequent are kept, their forms counted together', () => {
  const { words: kept } = embeddingsToWordVectors(embeddings, { ...settings, stems: 3 });

  expect(kept).toEqual(['the', 'bus', 'tram']);
});

import { type LexiconFile, rarityUnit } from '../matching/index/lexicon.ts';
import type { WordVectors } from './embeddings-to-word-vectors.ts';

export function wordVectorsToLexiconFile(
  learned: WordVectors,
  relatedPerWord: number,
  provenance: string,
): LexiconFile {
  const { words, shares, dimensions, vectors } = learned;
  const related = new Uint8Array(words.length * relatedPerWord * 3);
  learned.related.forEach((others, place) => {
    others.slice(0, relatedPerWord).forEach(({ word, similarity }, at) => {
      const byte = Math.max(1, Math.min(255, Math.round(similarity * 255)));
      related.set([word >> 8, word & 255, byte], (place * relatedPerWord + at) * 3);
    });
  });
  const rarities = Uint8Array.from(shares, (share) =>
    Math.min(255, Math.round(-Math.log(share) / rarityUnit)),
  );
  return {
    provenance,
    dimensions,
    relatedPerWord,
    words: words.join(' '),
    rarities: base64(rarities),
    vectors: base64(vectors),
    related: base64(related),
  };
}

function base64(bytes: Uint8Array | Int8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

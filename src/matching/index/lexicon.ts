/** What `npm run train` made of English words from published word vectors, as kept in `lexicon.json`. */
export interface LexiconFile {
  /** What it was made from, and by what command. */
  readonly provenance: string;
  readonly dimensions: number;
  readonly relatedPerWord: number;
  /** Stems, the most frequent first, with blanks between. */
  readonly words: string;
  /** Bytes in base64: rarity of each word, `rarityUnit` each. */
  readonly rarities: string;
  /** Bytes in base64: a unit vector for each word, 127 for 1. */
  readonly vectors: string;
  /** In base64, `relatedPerWord` for each word: two bytes for the other word's place, one for the similarity (255 is 1; 0 ends the list early). */
  readonly related: string;
}

/** Rarity, in nats, that one step of the byte stands for. */
export const rarityUnit = 0.05;

/** General knowledge of words, for stores too small to tell a rare word from a common one or to show what is related. */
export interface Lexicon {
  readonly dimensions: number;
  readonly size: number;
  /** The place of a stem, or -1. */
  placeOf(stem: string): number;
  wordAt(place: number): string;
  /** Negative logarithm of the share of claims that have the word. */
  rarityOf(place: number): number;
  /** That of the rarest words. */
  readonly highestRarity: number;
  readonly vectors: Int8Array;
  eachRelated(place: number, visit: (place: number, similarity: number) => void): void;
}

export function createLexicon(file: LexiconFile): Lexicon {
  const { dimensions, relatedPerWord } = file;
  const words = file.words.split(' ');
  const places = new Map(words.map((word, place) => [word, place]));
  const rarities = Uint8Array.fromBase64(file.rarities);
  const related = Uint8Array.fromBase64(file.related);
  return {
    dimensions,
    size: words.length,
    placeOf: (stem) => places.get(stem) ?? -1,
    wordAt: (place) => words[place] ?? '',
    rarityOf: (place) => (rarities[place] ?? 0) * rarityUnit,
    highestRarity: Math.max(0, ...rarities) * rarityUnit,
    vectors: new Int8Array(Uint8Array.fromBase64(file.vectors).buffer),
    eachRelated(place, visit) {
      const start = place * relatedPerWord * 3;
      for (let at = start; at < start + relatedPerWord * 3; at += 3) {
        const similarity = related[at + 2] ?? 0;
        if (similarity === 0) break;
        visit((related[at] ?? 0) * 256 + (related[at + 1] ?? 0), similarity / 255);
      }
    },
  };
}

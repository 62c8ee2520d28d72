import type { CheckedReading, Reading } from './reading.ts';

/** How much a sentence has in common with a claim. */
export interface Closeness {
  /**
   * 0 to 1: the part of the sentence's content that the claim has too, or the part of the claim's content that the
   * sentence has, whichever is more. Numbers are left out, since they may be what differs.
   */
  readonly share: number;
  /** Content words of the sentence. */
  readonly size: number;
}

/**
 * In a long post that only touches the claim, another name or a "not" belongs to another statement, so that long
 * sentences need this much more than a rule asks of short ones. Chosen on the train posts of `docs/matching.md`.
 */
const moreForLong = 0.3;
const shortSentence = 5;
const longSentence = 12;

export function isCloseEnough(neededShare: number, { share, size }: Closeness): boolean {
  const length = Math.min(1, Math.max(0, (size - shortSentence) / (longSentence - shortSentence)));
  return share >= neededShare + moreForLong * length;
}

/** The closeness of each sentence of a text. */
export function closenessOf(asked: Reading, claim: CheckedReading): readonly Closeness[] {
  const sentences: Set<string>[] = [];
  for (const [at, { stem, sentence }] of asked.words.entries()) {
    sentences[sentence] ??= new Set();
    if (asked.isContent[at] && !asked.isNumber[at]) sentences[sentence].add(stem);
  }
  return sentences.map((stems) => {
    let shared = 0;
    for (const stem of stems) if (claim.mentioned.has(stem)) shared++;
    let share = stems.size < 2 ? 0 : shared / stems.size;
    for (const reading of claim.all) {
      if (reading.stems.size < 3) continue;
      let common = 0;
      for (const stem of reading.stems) if (stems.has(stem)) common++;
      share = Math.max(share, common / reading.stems.size);
    }
    return { share, size: stems.size };
  });
}

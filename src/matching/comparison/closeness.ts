import type { DifferenceKind } from '../matcher.ts';
import type { CheckedReading, Reading } from './reading.ts';

/**
 * How much of what a sentence says must be what the claim says before a difference of a kind counts: in a long post that
 * only touches the claim, another name or a "not" belongs to another statement. Measured on the posts and claims of
 * `docs/matching.md`: the surer a kind's own signs are, the less the sentence must share.
 */
const needed: Readonly<Record<DifferenceKind, number>> = {
  number: 0.4,
  date: 0.4,
  comparison: 0.5,
  negation: 0.55,
  direction: 0.45,
  quantifier: 0.5,
  role: 0.5,
  name: 0.4,
  place: 0.4,
  speaker: 0.4,
  object: 0.45,
  time: 0.5,
};

export function isCloseEnough(kind: DifferenceKind, closeness: number): boolean {
  return closeness >= needed[kind];
}

/**
 * For each sentence of a text, 0 to 1: the part of its content that the claim has too, or the part of the claim's content
 * that it has, whichever is more. Numbers are left out, since they may be what differs.
 */
export function closenessOf(asked: Reading, claim: CheckedReading): readonly number[] {
  const sentences: { stems: Set<string>; shared: number }[] = [];
  for (const [at, { stem, sentence }] of asked.words.entries()) {
    sentences[sentence] ??= { stems: new Set(), shared: 0 };
    const own = sentences[sentence];
    if (!asked.isContent[at] || /\d/.test(stem) || own.stems.has(stem)) continue;
    own.stems.add(stem);
    if (claim.mentioned.has(stem)) own.shared++;
  }
  return sentences.map(({ stems, shared }) => {
    const ofSentence = stems.size < 2 ? 0 : shared / stems.size;
    let ofClaim = 0;
    for (const reading of claim.all) {
      if (reading.stems.size < 3) continue;
      let common = 0;
      for (const stem of reading.stems) if (stems.has(stem)) common++;
      ofClaim = Math.max(ofClaim, common / reading.stems.size);
    }
    return Math.max(ofSentence, ofClaim);
  });
}

import { isSameAmount } from '../amounts/same-amount.ts';
import type { DifferenceKind } from '../matcher.ts';
import type { Finding, Span } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { wordsWithin } from './words.ts';

/** How much a sentence has in common with a claim. */
export interface Closeness {
  /** Stems of the sentence's content words without numbers, since those may be what differs. */
  readonly stems: ReadonlySet<string>;
  /** How many of them the claim has too, and how many amounts and dates. */
  readonly shared: number;
  readonly sharedNumbers: number;
  /** No other sentence of the text has anything in common with the claim. */
  readonly alone: boolean;
  /** The part of the claim's content that the sentence has, of the reading that has most. */
  readonly ofClaim: number;
}

/** How much a short sentence must have in common with the claim before what differs is a difference. */
export const neededShare = 0.45;

/** From here on, of a side's words, the other has nearly all. */
export const nearlyAll = 0.8;

/** A sentence of more content words, without those that differ, is long. */
const longSentence = 8;

/**
 * Whether the sentence of a finding is about what the claim is about. The words that differ don't speak against it: in
 * "a school in Brell made a boy take off his cap", "Brell" is what is wrong.
 */
export function isCloseEnough(
  { stems, shared, sharedNumbers, alone, ofClaim }: Closeness,
  finding: Finding,
  claim: CheckedReading,
): boolean {
  const differing = alone && replaceable.has(finding.kind) ? unknownIn(finding.asked, claim) : 0;
  const all = stems.size + sharedNumbers;
  // A single word in common is no more than that.
  const size = all - differing < 2 ? all : all - differing;
  const ofSentence = size < 2 ? 0 : (shared + sharedNumbers) / size;
  const isLong = size > longSentence;
  // In a long post that only touches the claim, another name or a "not" belongs to another statement; where other sentences touch the
  // claim too, it is a story, and this may be its next step.
  if (isLong && !alone) return false;
  return Math.max(ofSentence, ofClaim) >= (isLong || !alone ? nearlyAll : neededShare);
}

const replaceable = new Set<DifferenceKind>(['number', 'date', 'name']);

/** Content words of a span that the claim doesn't have. */
function unknownIn({ reading, from, to }: Span, { mentioned }: CheckedReading): number {
  const unknown = new Set<string>();
  for (let at = from; at <= to; at++) {
    const stem = reading.words[at]?.stem;
    if (stem && isTelling(reading, at) && !mentioned.has(stem)) unknown.add(stem);
  }
  return unknown.size;
}

// They go with any statement, and a paraphrase has others.
const light = new Set(
  'get put take make go come let keep back way lot bit else whatsoever'.split(' '),
);

function isTelling({ words, isContent, isNumber }: Reading, at: number): boolean {
  return isContent[at] === true && !isNumber[at] && !light.has(words[at]?.stem ?? '');
}

/** The closeness of each sentence of a text. */
export function closenessOf(asked: Reading, claim: CheckedReading): readonly Closeness[] {
  const sentences: Set<string>[] = [];
  for (const [at, { stem, sentence }] of asked.words.entries()) {
    sentences[sentence] ??= new Set();
    if (isTelling(asked, at)) sentences[sentence].add(stem);
  }
  const touching = sentences.filter(
    (stems) => stems.size > 1 && [...stems].some((stem) => claim.mentioned.has(stem)),
  );
  const alone = touching.length === 1;
  return sentences.map((stems, sentence) => {
    let shared = 0;
    for (const stem of stems) if (claim.mentioned.has(stem)) shared++;
    let ofClaim = 0;
    for (const reading of claim.all) {
      let common = 0;
      for (const stem of reading.stems) if (stems.has(stem)) common++;
      ofClaim = Math.max(ofClaim, common / (reading.stems.size || 1));
    }
    const sharedNumbers = numbersIn(asked, sentence, claim);
    return { stems, shared, sharedNumbers, alone, ofClaim };
  });
}

/** Amounts and dates of a sentence that the claim's own text gives in the same way. */
function numbersIn(asked: Reading, sentence: number, { main }: CheckedReading): number {
  let count = 0;
  for (const amount of asked.amounts) {
    if (sentenceAt(asked, amount) !== sentence) continue;
    if (main.amounts.some((other) => isSameAmount(amount, other))) count++;
  }
  for (const time of asked.times) {
    if (time.year === undefined || sentenceAt(asked, time) !== sentence) continue;
    if (main.times.some((other) => other.year === time.year)) count++;
  }
  return count;
}

function sentenceAt(reading: Reading, { from, to }: { from: number; to: number }) {
  return reading.words[wordsWithin(reading, from, to).from]?.sentence;
}

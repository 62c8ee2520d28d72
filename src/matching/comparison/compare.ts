import type { Difference, Evidence, Statement } from '../matcher.ts';
import { closenessOf, isCloseEnough } from './closeness.ts';
import { compareContrasts } from './contrasts.ts';
import { compareDates } from './dates.ts';
import { gatherEvidence } from './evidence.ts';
import { type Finding, findingToDifference } from './finding.ts';
import { compareNames } from './names.ts';
import { compareNegation } from './negation.ts';
import { compareNumbers } from './numbers.ts';
import { type CheckedReading, type Reading, readClaim, readText } from './reading.ts';
import { compareRoles } from './roles.ts';
import { compareTense } from './tense.ts';

export interface Comparison {
  /** What turns the statement round comes first. */
  readonly differences: readonly Difference[];
  readonly evidence: Evidence;
}

const rules: readonly ((asked: Reading, claim: CheckedReading) => readonly Finding[])[] = [
  compareNegation,
  compareNumbers,
  compareDates,
  compareNames,
  compareRoles,
  compareContrasts,
  compareTense,
];

/**
 * Where a text says something else than a checked claim that has the same words. What any wording or the title of the
 * claim states counts as stated, and a detail that the text leaves open is no difference.
 */
export function compare(
  asked: string,
  claim: Statement,
  rarity?: (word: string) => number,
): Comparison {
  const text = readText(asked);
  const checked = readClaim(claim);
  const closeness = closenessOf(text, checked);
  const differences = rules
    .flatMap((rule) => rule(text, checked))
    .filter(({ kind, asked: { from } }) => {
      const sentence = closeness[text.words[from]?.sentence ?? 0];
      return sentence !== undefined && isCloseEnough(kind, sentence);
    })
    .map(findingToDifference);
  return { differences, evidence: gatherEvidence(text, checked, claim, rarity) };
}

import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import { nearlyAll } from '../differences/closeness.ts';
import type { Difference } from '../matcher.ts';

const claimCovered = alignmentFeatureNames.indexOf('claimCovered');
const focusCovered = alignmentFeatureNames.indexOf('focusCovered');

const amountsSame = alignmentFeatureNames.indexOf('amountsSame');
const amountsOther = alignmentFeatureNames.indexOf('amountsOther');

/** The differences that are plain to see: those of a text that nearly repeats the claim, and the numbers of one whose only amount is another. */
export function plainDifferences(
  differences: readonly Difference[],
  aligned: Aligned,
): readonly Difference[] {
  return nearlyRepeats(aligned)
    ? differences
    : differences.filter(({ kind }) => kind === 'number' && hasOnlyOtherAmount(aligned));
}

/**
 * The differences that are told however sure the probability is: a denial in a text that nearly repeats the claim, since whoever
 * asks "are bats blind?" and reads "true" has to see that the claim says "not", and the numbers of a text whose only amount stands where
 * the claim has another. What the rules see elsewhere the probability has weighed already: of 39 texts of *sealed-5* to *-10* this sure
 * that were told anything else, 38 made the claim.
 */
export function hardDifferences(
  differences: readonly Difference[],
  aligned: Aligned,
): readonly Difference[] {
  return differences.filter(
    ({ kind }) =>
      (kind === 'negation' && nearlyRepeats(aligned)) ||
      (kind === 'number' && hasOnlyOtherAmount(aligned)),
  );
}

/** Nearly the same words: what differs is what was changed. */
function nearlyRepeats({ features }: Aligned): boolean {
  return Math.min(features[claimCovered] ?? 0, features[focusCovered] ?? 0) >= nearlyAll;
}

function hasOnlyOtherAmount({ features }: Aligned): boolean {
  return (features[amountsOther] ?? 0) > 0 && (features[amountsSame] ?? 0) === 0;
}

import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import { nearlyAll } from '../differences/closeness.ts';
import type { Difference } from '../matcher.ts';

const claimCovered = alignmentFeatureNames.indexOf('claimCovered');
const focusCovered = alignmentFeatureNames.indexOf('focusCovered');

const amountsSame = alignmentFeatureNames.indexOf('amountsSame');
const amountsOther = alignmentFeatureNames.indexOf('amountsOther');

/**
 * The differences that are told however sure the probability is: those of a text that nearly repeats the claim, and the numbers of one whose
 * only amount stands where the claim has another. What the rules see elsewhere the probability has weighed already: of texts
 * this sure, the rules alone were wrong about fifteen times where they were right once.
 */
export function hardDifferences(
  differences: readonly Difference[],
  { features }: Aligned,
): readonly Difference[] {
  const value = (feature: number) => features[feature] ?? 0;
  // Nearly the same words: what differs is what was changed.
  if (Math.min(value(claimCovered), value(focusCovered)) >= nearlyAll) return differences;
  const isOtherAmount = value(amountsOther) > 0 && value(amountsSame) === 0;
  return isOtherAmount ? differences.filter(({ kind }) => kind === 'number') : [];
}

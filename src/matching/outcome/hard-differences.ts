import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import { nearlyAll } from '../differences/closeness.ts';
import type { Difference, DifferenceKind } from '../matcher.ts';

const claimCovered = alignmentFeatureNames.indexOf('claimCovered');
const focusCovered = alignmentFeatureNames.indexOf('focusCovered');

const amountsSame = alignmentFeatureNames.indexOf('amountsSame');
const amountsOther = alignmentFeatureNames.indexOf('amountsOther');

/** What turns a statement round. */
const turning: readonly DifferenceKind[] = ['negation'];

/**
 * The differences that are told however sure the probability is: in a text that nearly repeats the claim what turns it round, since
 * whoever asks "are bats blind?" and reads "true" has to see that the claim says "not"; and the numbers of a text whose only amount stands
 * where the claim has another. What else the rules see the probability has weighed already: of the texts this sure that were told another
 * of them, nearly all made the claim.
 */
export function hardDifferences(
  differences: readonly Difference[],
  { features }: Aligned,
): readonly Difference[] {
  const value = (feature: number) => features[feature] ?? 0;
  const isRepeated = Math.min(value(claimCovered), value(focusCovered)) >= nearlyAll;
  const isOtherAmount = value(amountsOther) > 0 && value(amountsSame) === 0;
  return differences.filter(
    ({ kind }) => (isRepeated && turning.includes(kind)) || (isOtherAmount && kind === 'number'),
  );
}

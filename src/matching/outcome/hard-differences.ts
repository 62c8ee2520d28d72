import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import type { Difference } from '../matcher.ts';

type Name = (typeof alignmentFeatureNames)[number];

/** From here on, of either side's mass, text and claim are nearly the same words, and what differs is what was changed. */
const nearlyAll = 0.8;

/**
 * The differences that are told however sure the probability is: all where the text nearly repeats the claim, and elsewhere what both
 * readings find, another amount, another time or a statement turned round. What else the rules see there the probability has weighed
 * already: of texts this sure, the rules alone were wrong about fifteen where they were right about one.
 */
export function hardDifferences(
  differences: readonly Difference[],
  { features }: Aligned,
): readonly Difference[] {
  if (differences.length === 0) return differences;
  const featureOf = (name: Name): number => features[alignmentFeatureNames.indexOf(name)] ?? 0;
  const has = (...names: readonly Name[]): boolean => names.some((name) => featureOf(name) > 0);
  if (featureOf('claimCovered') >= nearlyAll && featureOf('focusCovered') >= nearlyAll)
    return differences;
  return differences.filter(({ kind }) => {
    if (kind === 'number') return has('amountsOther', 'amountsExtra');
    if (kind === 'date') return has('timesOther', 'timesExtra');
    // "Did they pay?" leaves open what "they never paid" answers.
    return kind === 'negation' && has('asks none') && has('deniedOnOneSide');
  });
}

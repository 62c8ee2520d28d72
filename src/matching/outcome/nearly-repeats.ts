import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import { nearlyAll } from '../differences/closeness.ts';
import type { Difference } from '../matcher.ts';

/** Whatever of this a text has sets it apart from the claim. */
const nothingOf = [
  'unpaired',
  'amountsOther',
  'amountsExtra',
  'timesOther',
  'timesExtra',
  'deniedOnOneSide',
] as const;
/** A statement, or the question whether it is so. */
const kindsOfAsking = ['asks none', 'asks did', 'asks does', 'asks whether'] as const;

const placeOf = (name: (typeof alignmentFeatureNames)[number]): number =>
  alignmentFeatureNames.indexOf(name);
const excluded = nothingOf.map(placeOf);
const asking = kindsOfAsking.map(placeOf);
const claimCovered = placeOf('claimCovered');

/**
 * Whether a text says a claim in the claim's words, with a few left out. People copy titles and paste sentences; who is asked
 * to write what people type seldom does, so that the trees know such texts for changed ones mostly.
 */
export function nearlyRepeats(differences: readonly Difference[], { features }: Aligned): boolean {
  const value = (place: number) => features[place] ?? 0;
  return (
    differences.length === 0 &&
    value(claimCovered) >= nearlyAll &&
    excluded.every((place) => value(place) === 0) &&
    asking.some((place) => value(place) === 1)
  );
}

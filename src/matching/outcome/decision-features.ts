import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import { signedWordsOf, wordSignFeatures, wordSignNames } from '../alignment/word-signs.ts';
import { describeLead, leadFeatureNames, type Scored } from './lead-features.ts';

/** What the decision looks at for one candidate: how it stands among the others, and how it agrees with the text. */
export const decisionFeatureNames = [
  ...leadFeatureNames,
  ...alignmentFeatureNames,
  'rank',
  ...wordSignNames,
] as const;

/** Values that no learned word goes into, in the order of `decisionFeatureNames`. */
export function wordlessFeatures(
  ranked: readonly Scored[],
  rank: number,
  storeSize: number,
  { features }: Aligned,
): number[] {
  const candidate = ranked[rank];
  if (candidate === undefined) throw new RangeError(`No candidate at rank ${rank}`);
  const others = ranked.filter((_, at) => at !== rank);
  return [...describeLead([candidate, ...others], storeSize), ...features, rank];
}

export function decisionFeatures(
  ranked: readonly Scored[],
  rank: number,
  storeSize: number,
  aligned: Aligned,
  signOf: (key: string) => number,
): number[] {
  return [
    ...wordlessFeatures(ranked, rank, storeSize, aligned),
    ...wordSignFeatures(signedWordsOf(aligned.alignment), signOf),
  ];
}

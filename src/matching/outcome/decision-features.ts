import { type Aligned, alignmentFeatureNames } from '../alignment/align-with-claim.ts';
import {
  type SignedWords,
  type WordSigns,
  wordSignFeatures,
  wordSignNames,
} from '../alignment/word-signs.ts';
import type { LogOdds } from '../entailment/entail.ts';
import { describeLead, leadFeatureNames, type Scored } from './lead-features.ts';

/** What the decision looks at for one candidate: how it stands among the others, and how it agrees with the text. */
export const decisionFeatureNames = [
  ...leadFeatureNames,
  ...alignmentFeatureNames,
  'rank',
  ...wordSignNames,
  'entailedSame',
  'entailedRelated',
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

/** What is seen of a candidate. */
export interface Seen {
  /** Those that no learned word goes into. */
  readonly features: readonly number[];
  readonly words: SignedWords;
  /** What the network makes of both sentences, where it is asked and knows enough of their words. */
  readonly told?: LogOdds | undefined;
}

/** In the order of `decisionFeatureNames`, without the last ones where the network tells nothing. */
export function decisionFeatures({ features, words, told }: Seen, signs: WordSigns): number[] {
  return [
    ...features,
    ...wordSignFeatures(words, (key) => signs[key] ?? 0),
    ...(told ? [told.same, told.related] : []),
  ];
}

import { type FeatureName, featureNames } from '../ranking/features.ts';
import type { Scored } from './lead-features.ts';

/** Whether the text and one saying of the candidate have the same words, but for the last digits of a sum. */
export function saysTheSame(candidate: Scored): boolean {
  return featureOf('bestBalance', candidate) > 0.999;
}

/** Whether the text is a single word that says something, and the candidate has it. */
export function isOneWord(candidate: Scored): boolean {
  const shared = Math.round(Math.expm1(featureOf('sharedTerms', candidate)));
  return featureOf('questionCovered', candidate) > 0.999 && shared < 2;
}

function featureOf(name: FeatureName, { features }: Scored): number {
  return features[featureNames.indexOf(name)] ?? 0;
}

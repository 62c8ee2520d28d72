import { type FeatureName, type Features, featureNames } from './features.ts';

/** What each feature adds to a candidate's score. */
export type RankerWeights = Readonly<Partial<Record<FeatureName, number>>>;

/** The weighted sum of a candidate's features: the logarithm, up to a constant, of its odds against the others. */
export function createRanker(weights: RankerWeights): (features: Features) => number {
  const byPlace = Float64Array.from(featureNames, (name) => weights[name] ?? 0);
  return (features) => {
    let sum = 0;
    for (let at = 0; at < byPlace.length; at += 1) {
      sum += (byPlace[at] as number) * (features[at] as number);
    }
    return sum;
  };
}

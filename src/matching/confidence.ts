import { type FeatureName, type Features, featureNames } from './features.ts';

/** How far the first candidate stands out, beside its own features. */
export const standingNames = [
  /** Ranker's score over the runner-up, and the runner-up's over the third. */
  'margin',
  'nextMargin',
  /** Share of the ranker's probability, and the logarithm of one over it. */
  'share',
  'crowd',
  'score',
  'overMeanOfTen',
  'bm25OverOthers',
  'nextQuestionCovered',
  'nextBestBalance',
  'questionCoveredOverNext',
  'bestBalanceOverNext',
  'coveredBothWays',
  'rareAndCovered',
  /** What a short message says beside the candidate: in a long one much is said beside the claim. */
  'shortUncovered',
  'shortUnknown',
  'shortCovered',
  /** How small the store is, and what weighs otherwise there: rarities tell less, and few come near by chance. */
  'smallness',
  'smallMargin',
  'smallShare',
  'smallCovered',
  'smallBalance',
  'smallRarest',
  'smallUnknown',
  'smallUncovered',
  'smallLikeness',
] as const;
export type ConfidenceFeature = FeatureName | (typeof standingNames)[number];
export const confidenceFeatures: readonly ConfidenceFeature[] = [...featureNames, ...standingNames];

/** Logistic regression on features brought to a common scale. */
export interface ConfidenceWeights {
  readonly bias: number;
  readonly features: Readonly<
    Partial<
      Record<
        ConfidenceFeature,
        { readonly mean: number; readonly spread: number; readonly weight: number }
      >
    >
  >;
}

export interface Scored {
  readonly features: Features;
  /** The ranker's. */
  readonly score: number;
}

const at = Object.fromEntries(featureNames.map((name, place) => [name, place])) as Record<
  FeatureName,
  number
>;

/** Values in the order of `confidenceFeatures`, for candidates in ranked order out of a store of so many statements. */
export function describeStanding(ranked: readonly Scored[], storeSize: number): readonly number[] {
  const first = ranked[0];
  if (first === undefined) return confidenceFeatures.map(() => 0);
  const next = ranked[1] ?? { score: first.score - aloneMargin, features: nothing };
  const third = ranked[2] ?? next;
  const value = (candidate: Scored, name: FeatureName) => candidate.features[at[name]] ?? 0;
  // `questionLength` is the logarithm of one more than the number of terms.
  const shortness = Math.exp((1 - Math.exp(value(first, 'questionLength'))) / shortLength);
  const smallness = 1 / (1 + storeSize / smallStore);
  let crowd = 0;
  let bm25OfOthers = 0;
  let sumOfTen = 0;
  ranked.forEach((candidate, rank) => {
    crowd += Math.exp(candidate.score - first.score);
    if (rank > 0) bm25OfOthers = Math.max(bm25OfOthers, value(candidate, 'scoreOfTop'));
    if (rank < 10) sumOfTen += candidate.score;
  });
  return [
    ...first.features,
    first.score - next.score,
    next.score - third.score,
    1 / crowd,
    Math.log(crowd),
    first.score,
    first.score - sumOfTen / Math.min(10, ranked.length),
    value(first, 'scoreOfTop') - bm25OfOthers,
    value(next, 'questionCovered'),
    value(next, 'bestBalance'),
    value(first, 'questionCovered') - value(next, 'questionCovered'),
    value(first, 'bestBalance') - value(next, 'bestBalance'),
    value(first, 'questionCovered') * value(first, 'bestBalance'),
    value(first, 'questionCovered') * value(first, 'rarestShared'),
    (1 - value(first, 'questionCovered') - value(first, 'questionRelated')) * shortness,
    value(first, 'unknownShare') * shortness,
    value(first, 'questionCovered') * shortness,
    smallness,
    smallness * (first.score - next.score),
    smallness / crowd,
    smallness * value(first, 'questionCovered'),
    smallness * value(first, 'bestBalance'),
    smallness * value(first, 'rarestShared'),
    smallness * value(first, 'unknownShare'),
    smallness * shortness * (1 - value(first, 'questionCovered')),
    smallness * value(first, 'likeness'),
  ];
}

/** The margin of a candidate without any other: as good as none, for a small store has few to come near. */
const aloneMargin = 1;

/** A store of this many statements is as much a pack as an archive. */
const smallStore = 300;

/** Messages of this many terms are well on the way from short to long. */
const shortLength = 6;
const nothing: Features = featureNames.map(() => 0);

/** Beyond this many spreads a value says no more, so that nothing unheard of can carry the sum away. */
const furthest = 4;

export function createConfidence(
  weights: ConfidenceWeights,
): (standing: ArrayLike<number>) => number {
  const terms = confidenceFeatures.map((name) => weights.features[name]);
  return (standing) => {
    let sum = weights.bias;
    terms.forEach((term, place) => {
      if (term === undefined) return;
      sum += term.weight * clamp(((standing[place] ?? 0) - term.mean) / term.spread);
    });
    return 1 / (1 + Math.exp(-sum));
  };
}

export function clamp(value: number): number {
  return Math.max(-furthest, Math.min(furthest, value));
}

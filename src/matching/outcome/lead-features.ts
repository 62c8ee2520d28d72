import { type FeatureName, type Features, featureNames } from '../ranking/features.ts';

/** How far a candidate stands out among the others, beside its own features. */
const ownLeadNames = [
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
  /** Of the store: the logarithm of how many statements it has, below 0. */
  'smallness',
] as const;
export const leadFeatureNames = [...featureNames, ...ownLeadNames] as const;

export interface Scored {
  readonly features: Features;
  /** The ranker's. */
  readonly score: number;
}

const at = Object.fromEntries(featureNames.map((name, place) => [name, place])) as Record<
  FeatureName,
  number
>;

/** Values in the order of `leadFeatureNames`, for candidates in ranked order out of a store of so many statements. */
export function describeLead(ranked: readonly Scored[], storeSize: number): readonly number[] {
  const first = ranked[0];
  if (first === undefined) return leadFeatureNames.map(() => 0);
  const next = ranked[1] ?? { score: first.score, features: nothing };
  const third = ranked[2] ?? next;
  const value = (candidate: Scored, name: FeatureName) => candidate.features[at[name]] ?? 0;
  // `questionLength` is the logarithm of one more than the number of terms.
  const shortness = Math.exp(-value(first, 'questionLength'));
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
    -Math.log(storeSize),
  ];
}

const nothing: Features = featureNames.map(() => 0);

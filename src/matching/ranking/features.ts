/**
 * What the ranker and the confidence model look at, for one candidate. A mass is a sum of rarities; everything is a
 * share or a ratio, so that a pack of forty claims and a store of ninety thousand look alike.
 */
export const featureNames = [
  /** BM25, as a share of the best that any statement could get. */
  'scoreOfIdeal',
  /** BM25, as a share of the first candidate's. */
  'scoreOfTop',
  /** Mass of the message's words that the candidate has. */
  'questionCovered',
  /** What related words add to that, each by its similarity. */
  'questionRelated',
  /** Mass of the claim's words that the message has, and what related words add. */
  'textCovered',
  'textRelated',
  /** The same for the title or wording that is covered best; for the claim where there is none. */
  'sayingCovered',
  'sayingRelated',
  'subtitleCovered',
  /** Harmonic mean of both coverages, for the claim, title or wording where it is best. */
  'bestBalance',
  'sharedTerms',
  'sharedMass',
  'rarestShared',
  'secondRarestShared',
  'rarestMissing',
  'rarestTextMissing',
  /** Mass of the claim's words that follow one another in the message too. */
  'pairsOfText',
  'longestRun',
  /** Coverage of the stretch of the message that the candidate covers best. */
  'windowCovered',
  'numbersShared',
  'numbersUnasked',
  'numbersMissing',
  'namesCovered',
  'namesUnasked',
  'signatureCovered',
  /** Cosine between what the message and the candidate are about. */
  'likeness',
  'questionLength',
  'textLength',
  'sayingLength',
  'unknownShare',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Values in the order of `featureNames`. */
export type Features = readonly number[];

import type { Match, Strictness } from '../matcher.ts';
import { type FeatureName, featureNames } from '../ranking/features.ts';
import type { Weights } from '../ranking/weights.ts';
import { createConfidence, describeDecision, type Scored } from './confidence.ts';

/** A statement by its place, as the ranker sees it. */
export interface Ranked extends Scored {
  readonly document: number;
}

/** How the candidates stand, and what follows from it. */
export interface Decision {
  readonly ranked: readonly Ranked[];
  /** The first, and those that are about as good. */
  readonly rivals: readonly Ranked[];
  readonly confidence: number;
  readonly outcome: Match['outcome'];
  /** How many are near enough to be named. */
  readonly near: number;
}

/** Of candidates ranked best first; undefined when there are none. */
export type Decide = (ranked: readonly Ranked[], strictness: Strictness) => Decision | undefined;

export function createDecide(weights: Weights, storeSize: number): Decide {
  const confidenceIn = createConfidence(weights.confidence);
  const { bare, rivalry } = weights;
  const saysAllThatIsAsked = (candidate: Ranked): boolean =>
    isCovered(candidate) && wordsShared(candidate) >= bare.words;

  return (ranked, strictness) => {
    const first = ranked[0];
    if (first === undefined) return undefined;
    const confidence = confidenceIn(describeDecision(ranked, storeSize));
    const needed = weights.strictness[strictness].confidence;
    const sayAll = ranked.filter(saysAllThatIsAsked);
    // A name and a topic tell too little for the first of several to be meant, whatever its score.
    const isBare = sayAll.includes(first) && wordsShared(first) <= bare.words;
    const isRival = (candidate: Ranked) =>
      isBare ? sayAll.includes(candidate) : candidate.score > first.score - rivalry.margin;
    const rivals = ranked.filter(isRival);
    // Among rivals no one is likely. Taken for one, do they stand out from the others? Offering them claims less than
    // answering, so the most lenient level will do.
    const standOut = () => {
      const others = ranked.filter((candidate) => !isRival(candidate));
      return (
        confidenceIn(describeDecision([first, ...others], storeSize)) >=
        weights.strictness.lenient.confidence
      );
    };
    // Where each of them says all that is asked, the text does not tell, however likely the first is.
    const isOpen = isBare || rivals.every(saysAllThatIsAsked);
    const isUndecided = rivals.length > 1 && (isOpen || confidence < needed);
    const isAmbiguous = isUndecided && standOut();
    // A word, a name for instance, is no statement, however rare it is.
    const isOneWord = isCovered(first) && wordsShared(first) < bare.words;
    // What the claim or one of its wordings says word for word is this claim, though it be all that people share with it.
    const isVerbatim = saysTheSame(first) && !isOneWord && !(ranked[1] && saysTheSame(ranked[1]));
    const isNear = ({ score }: Scored) =>
      confidence * Math.exp(score - first.score) >= weights.near;
    return {
      ranked,
      rivals,
      confidence,
      outcome: isVerbatim
        ? 'match'
        : isAmbiguous
          ? 'ambiguous'
          : isUndecided || isOneWord || confidence < needed
            ? 'none'
            : 'match',
      near: isAmbiguous ? rivals.length : ranked.filter(isNear).length,
    };
  };
}

/** Whether the candidate has every word of the text, but for the last digits of a sum. */
function isCovered(candidate: Scored): boolean {
  return featureOf('questionCovered', candidate) > 0.999;
}

/** Whether the text and one of the candidate's have the same words, but for the last digits of a sum. */
function saysTheSame(candidate: Scored): boolean {
  return featureOf('bestBalance', candidate) > 0.999;
}

/** How many of the text's words the candidate has. */
function wordsShared(candidate: Scored): number {
  return Math.round(Math.expm1(featureOf('sharedTerms', candidate)));
}

function featureOf(name: FeatureName, { features }: Scored): number {
  return features[featureNames.indexOf(name)] ?? 0;
}

/** Candidates whose sentences are looked at, word against word. */
const mostJudged = 3;

export function candidatesJudged<Candidate extends Scored>(
  ranked: readonly Candidate[],
): readonly Candidate[] {
  return ranked.slice(0, mostJudged);
}

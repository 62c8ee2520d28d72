import type { Matcher } from '../matching/matcher.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';
import {
  areaUnderRoc,
  averagePrecisionAt5,
  calibrationError,
  thresholdAtFalseAnswers,
} from './metrics.ts';

export interface Answer {
  /** Ids, best first. */
  readonly ranking: readonly string[];
  readonly confidence: number;
}

/** Finds claims for a text, as if those excluded were not in the store. */
export type Answerer = (text: string, exclude: ReadonlySet<string>) => Answer;

export interface Evaluation {
  readonly queries: number;
  /** Against the marked claims alone, and with near-duplicates of them passed over. */
  readonly map5: number;
  readonly map5WithTwins: number;
  /** Share with a right claim first, and among the first ten; near-duplicates are right. */
  readonly precisionAt1: number;
  readonly successAt10: number;
  readonly areaUnderRoc: number;
  /** At the confidence where 5 % of texts without a claim are answered: share answered, and answered rightly. */
  readonly answered: number;
  readonly answeredRightly: number;
  /** Undefined where confidences are no probabilities. */
  readonly calibrationError: number | undefined;
}

/** One text with its claims in the store, and with them and their near-duplicates hidden. */
export interface Observation {
  readonly averagePrecision: number;
  readonly averagePrecisionWithTwins: number;
  readonly isFirstRight: boolean;
  readonly isInTen: boolean;
  readonly confidence: number;
  readonly confidenceWithout: number;
}

/** A matcher as something to evaluate. */
export function matcherToAnswerer(matcher: Matcher): Answerer {
  return (text, exclude) => {
    const { ranking, confidence } = matcher.match(text, { exclude });
    return { ranking: ranking.map(({ id }) => id), confidence };
  };
}

const falseAnswerRate = 0.05;

export function observe(set: DataSet, answer: Answerer): Observation[] {
  const none = new Set<string>();
  return set.queries.map((query) => {
    const accepted = acceptedClaims(query, set);
    const { ranking, confidence } = answer(query.text, none);
    const withoutTwins = ranking.filter((id) => query.gold.has(id) || !accepted.has(id));
    return {
      averagePrecision: averagePrecisionAt5(ranking, query.gold),
      averagePrecisionWithTwins: averagePrecisionAt5(withoutTwins, query.gold),
      isFirstRight: accepted.has(ranking[0] ?? ''),
      isInTen: ranking.slice(0, 10).some((id) => accepted.has(id)),
      confidence,
      confidenceWithout: answer(query.text, accepted).confidence,
    };
  });
}

export function summarise(seen: readonly Observation[], areProbabilities: boolean): Evaluation {
  const share = (holds: (one: Observation) => boolean) => seen.filter(holds).length / seen.length;
  const mean = (value: (one: Observation) => number) =>
    seen.reduce((sum, one) => sum + value(one), 0) / seen.length;
  const withAnswer = seen.map(({ confidence }) => confidence);
  const without = seen.map(({ confidenceWithout }) => confidenceWithout);
  const threshold = thresholdAtFalseAnswers(without, falseAnswerRate);
  return {
    queries: seen.length,
    map5: mean(({ averagePrecision }) => averagePrecision),
    map5WithTwins: mean(({ averagePrecisionWithTwins }) => averagePrecisionWithTwins),
    precisionAt1: share(({ isFirstRight }) => isFirstRight),
    successAt10: share(({ isInTen }) => isInTen),
    areaUnderRoc: areaUnderRoc(withAnswer, without),
    answered: share(({ confidence }) => confidence > threshold),
    answeredRightly: share(
      ({ confidence, isFirstRight }) => confidence > threshold && isFirstRight,
    ),
    calibrationError: areProbabilities
      ? calibrationError([
          ...seen.map(({ confidence, isFirstRight }) => ({ confidence, isRight: isFirstRight })),
          ...without.map((confidence) => ({ confidence, isRight: false })),
        ])
      : undefined,
  };
}

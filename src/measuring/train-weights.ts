import {
  type ConfidenceWeights,
  clamp,
  confidenceFeatures,
  createConfidence,
  describeStanding,
  type Scored,
} from '../matching/confidence.ts';
import { type FeatureName, featureNames } from '../matching/features.ts';
import type { Strictness } from '../matching/matcher.ts';
import { createRanker, type RankerWeights } from '../matching/ranker.ts';
import type { Weights } from '../matching/weights.ts';
import { fitLogistic, fitRanker, type Sign } from './fit.ts';
import type { Lesson, Shown } from './lessons.ts';

/**
 * Which way a feature may speak, `+` where nothing is said. More in common never speaks against a candidate: left free,
 * features that say nearly the same get weights that cancel out on these texts and mislead on others.
 */
const signs: Readonly<Partial<Record<FeatureName, Sign>>> = {
  rarestMissing: '-',
  rarestTextMissing: '-',
  numbersUnasked: '-',
  numbersMissing: '-',
  namesUnasked: '-',
  textLength: '±',
  sayingLength: '±',
  // The same for all candidates of a message, so they can't tell one from another.
  questionLength: '0',
  unknownShare: '0',
};

/** Share of the answers that must be right on each level. */
export const neededPrecision: Readonly<Record<Strictness, number>> = {
  strict: 0.95,
  balanced: 0.85,
  lenient: 0.75,
};

/** A candidate is worth naming when it is right one time in six. */
const near = 1 / 6;

export const folds = 5;

/** The top candidate of a text: what the confidence model sees, and whether it is right. */
export interface Case {
  readonly set: string;
  readonly weight: number;
  readonly standing: readonly number[];
  readonly isRight: boolean;
  readonly isAnswerable: boolean;
}

export function trainRanker(
  lessons: readonly Lesson[],
  without: ReadonlySet<string> = new Set(),
): RankerWeights {
  const signOf = (name: FeatureName): Sign => (without.has(name) ? '0' : (signs[name] ?? '+'));
  const weights = fitRanker(
    lessons.map(({ answerable, weight }) => ({
      rows: answerable.map(({ features }) => features),
      isRight: answerable.map(({ isRight }) => (isRight ? 1 : 0)),
      weight,
    })),
    featureNames.map(signOf),
  );
  return Object.fromEntries(
    featureNames.flatMap((name, at) => (weights[at] ? [[name, short(weights[at] ?? 0)]] : [])),
  );
}

/**
 * Fits the ranker, then the confidence model on candidates ranked by rankers that had not seen them: on those it has
 * seen a ranker looks surer than it is.
 */
export function trainWeights(
  rankerLessons: readonly Lesson[],
  confidenceLessons: readonly Lesson[],
): Omit<Weights, 'provenance'> {
  const rankers = Array.from({ length: folds }, (_, fold) =>
    trainRanker(rankerLessons.filter(({ group }) => foldOf(group) !== fold)),
  );
  const cases = confidenceLessons.flatMap((lesson) =>
    lessonToCases(lesson, rankers[foldOf(lesson.group)] ?? {}),
  );
  const unseen = Array.from({ length: folds }, () => 0).flatMap((_, fold) => {
    const inFold = confidenceLessons.map(({ group }) => foldOf(group) === fold);
    const held = confidenceLessons
      .filter((_, at) => inFold[at])
      .flatMap((lesson) => lessonToCases(lesson, rankers[fold] ?? {}));
    const others = confidenceLessons
      .filter((_, at) => !inFold[at])
      .flatMap((lesson) => lessonToCases(lesson, rankers[foldOf(lesson.group)] ?? {}));
    const confidence = createConfidence(trainConfidence(others));
    return held.map((one) => ({ ...one, confidence: confidence(one.standing) }));
  });
  const levels = Object.entries(neededPrecision).map(([level, precision]) => [
    level,
    thresholdAt(unseen, precision),
  ]);
  return {
    ranker: trainRanker(rankerLessons),
    confidence: trainConfidence(cases),
    strictness: Object.fromEntries(levels),
    near: short(near),
  };
}

export function trainConfidence(cases: readonly Case[]): ConfidenceWeights {
  const fit = fitLogistic(
    cases.map(({ standing }) => standing),
    cases.map(({ isRight }) => (isRight ? 1 : 0)),
    cases.map(({ weight }) => weight),
    clamp(Number.POSITIVE_INFINITY),
  );
  return {
    bias: short(fit.bias),
    features: Object.fromEntries(
      confidenceFeatures.map((name, at) => [
        name,
        {
          mean: short(fit.mean[at] ?? 0),
          spread: short(fit.spread[at] ?? 1),
          weight: short(fit.weights[at] ?? 0),
        },
      ]),
    ),
  };
}

export function lessonToCases(lesson: Lesson, ranker: RankerWeights): Case[] {
  const { set, weight, answerable, unanswerable } = lesson;
  const score = createRanker(ranker);
  const toCase = (shown: readonly Shown[], isAnswerable: boolean): Case[] => {
    const ranked = shown
      .map(({ features, isRight }) => ({ features, isRight, score: score(features) }))
      .sort((one, other) => other.score - one.score);
    const first: (Scored & { isRight: boolean }) | undefined = ranked[0];
    if (!first) return [];
    return [
      {
        set,
        weight,
        standing: describeStanding(ranked, lesson.storeSize),
        isRight: first.isRight,
        isAnswerable,
      },
    ];
  };
  return [...toCase(answerable, true), ...toCase(unanswerable, false)];
}

/** The least confidence from which on the answers, weighed, are right often enough. */
function thresholdAt(
  cases: readonly (Case & { readonly confidence: number })[],
  precision: number,
): { confidence: number; precision: number } {
  const sorted = cases.toSorted((one, other) => other.confidence - one.confidence);
  let answered = 0;
  let right = 0;
  let best = { confidence: 1, precision: 1 };
  for (const { confidence, weight, isRight } of sorted) {
    answered += weight;
    if (isRight) right += weight;
    if (right / answered >= precision) {
      best = { confidence: short(confidence), precision: short(right / answered) };
    }
  }
  return best;
}

export function foldOf(group: string): number {
  let hash = 0;
  for (const character of group) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

/** Four digits are more than the data can tell apart, and keep the file readable. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}

import type { Strictness } from '../matching/matcher.ts';
import { confidenceFeatures } from '../matching/outcome/confidence.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { fitLogistic } from './fit.ts';

/** The top candidate of a text: what the confidence model sees, and whether it is right. */
export interface Case {
  readonly set: string;
  readonly weight: number;
  readonly decision: readonly number[];
  readonly isRight: boolean;
  readonly isAnswerable: boolean;
  /** Place of the right candidate among the ranked, from 0; -1 when it is not there. */
  readonly rightPlace: number;
}

/** The top candidate of a text, with the confidence of a model that had not seen it. */
export interface Unseen extends Case {
  readonly confidence: number;
}

/** Share of the answers that must be right on each level. */
const neededPrecision: Readonly<Record<Strictness, number>> = {
  strict: 0.95,
  balanced: 0.85,
  lenient: 0.75,
};

/** A candidate is worth naming when it is right one time in six. */
const near = 1 / 6;

/** Everything at which the outcome turns, with what was measured there. */
export function learnThresholds(
  cases: readonly Unseen[],
): Pick<Weights, 'strictness' | 'near' | 'rivalry' | 'named' | 'bare'> {
  const strictness = {
    strict: confidenceAt(cases, neededPrecision.strict),
    balanced: confidenceAt(cases, neededPrecision.balanced),
    lenient: confidenceAt(cases, neededPrecision.lenient),
  };
  const unsure = cases.filter(({ confidence }) => confidence < strictness.balanced.confidence);
  return {
    strictness,
    near: short(near),
    rivalry: rivalryAt(cases, near),
    named: namedAt(unsure, neededPrecision.lenient),
    bare: bareAt(cases),
  };
}

/** The least confidence from which on the answers, weighed, are right often enough. */
function confidenceAt(
  cases: readonly Unseen[],
  precision: number,
): Weights['strictness'][Strictness] {
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

/** The lead at which the runner-up, where one of the first two is right, is right often enough to be named with the first. */
function rivalryAt(cases: readonly Unseen[], share: number): Weights['rivalry'] {
  const either = cases.filter(({ rightPlace }) => rightPlace === 0 || rightPlace === 1);
  const { bias, weights, mean, spread } = fitLogistic(
    either.map((one) => [featureOf(one, 'margin')]),
    either.map(({ rightPlace }) => rightPlace),
    either.map(({ weight }) => weight),
    Number.POSITIVE_INFINITY,
  );
  const scaled = (Math.log(share / (1 - share)) - bias) / (weights[0] ?? 1);
  return {
    margin: short(Math.max(0, (mean[0] ?? 0) + scaled * (spread[0] ?? 1))),
    runnerUpIsRight: short(share),
  };
}

/** How many candidates must be named so that the right one, where there is one, is among them often enough. */
function namedAt(unsure: readonly Unseen[], share: number): Weights['named'] {
  const answerable = unsure.filter(({ rightPlace }) => rightPlace >= 0);
  for (let count = 1; ; count += 1) {
    const rightIsAmong = shareOf(answerable, ({ rightPlace }) => rightPlace < count);
    if (rightIsAmong >= share || answerable.length === 0) {
      return { count, rightIsAmong: short(rightIsAmong) };
    }
  }
}

/** With so few words, all of them a candidate's, a text is more often about something else than about that candidate. */
function bareAt(cases: readonly Unseen[]): Weights['bare'] {
  const covered = cases.filter((one) => featureOf(one, 'questionCovered') > 0.999);
  let bare = { words: 0, right: 0 };
  for (let words = 1; ; words += 1) {
    const as = covered.filter(
      (one) => Math.round(Math.expm1(featureOf(one, 'sharedTerms'))) === words,
    );
    const right = shareOf(as, ({ isRight }) => isRight);
    if (as.length === 0 || right >= 0.5) return bare;
    bare = { words, right: short(right) };
  }
}

function shareOf(cases: readonly Unseen[], isHit: (one: Unseen) => boolean): number {
  let all = 0;
  let hits = 0;
  for (const one of cases) {
    all += one.weight;
    if (isHit(one)) hits += one.weight;
  }
  return hits / (all || 1);
}

function featureOf({ decision }: Case, name: (typeof confidenceFeatures)[number]): number {
  return decision[confidenceFeatures.indexOf(name)] ?? 0;
}

/** Four digits are more than the data can tell apart, and keep the file readable. */
export function short(value: number): number {
  return Number(value.toPrecision(4));
}

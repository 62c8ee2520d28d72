import {
  type ConfidenceWeights,
  clamp,
  confidenceFeatures,
  createConfidence,
  describeDecision,
  type Scored,
  smallnessOf,
} from '../matching/outcome/confidence.ts';
import { type FeatureName, featureNames } from '../matching/ranking/features.ts';
import { createRanker, type RankerWeights } from '../matching/ranking/ranker.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { fitLogistic, fitRanker, type Sign, scaleOf } from './fit.ts';
import { type Case, learnThresholds, short } from './thresholds.ts';
import type { Shown, TrainingExample } from './training-examples.ts';

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

export const folds = 5;

export function trainRanker(
  examples: readonly TrainingExample[],
  without: ReadonlySet<string> = new Set(),
): RankerWeights {
  const signOf = (name: FeatureName): Sign => (without.has(name) ? '0' : (signs[name] ?? '+'));
  const weights = fitRanker(
    examples.map(({ answerable, weight }) => ({
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
  rankerExamples: readonly TrainingExample[],
  confidenceExamples: readonly TrainingExample[],
): Omit<Weights, 'provenance'> {
  const rankers = Array.from({ length: folds }, (_, fold) =>
    trainRanker(rankerExamples.filter(({ group }) => foldOf(group) !== fold)),
  );
  const cases = confidenceExamples.flatMap((example) =>
    exampleToCases(example, rankers[foldOf(example.group)] ?? {}),
  );
  const unseen = Array.from({ length: folds }, () => 0).flatMap((_, fold) => {
    const inFold = confidenceExamples.map(({ group }) => foldOf(group) === fold);
    const held = confidenceExamples
      .filter((_, at) => inFold[at])
      .flatMap((example) => exampleToCases(example, rankers[fold] ?? {}));
    const others = confidenceExamples
      .filter((_, at) => !inFold[at])
      .flatMap((example) => exampleToCases(example, rankers[foldOf(example.group)] ?? {}));
    const confidence = createConfidence(trainConfidence(others));
    return held.map((one) => ({ ...one, confidence: confidence(one.decision) }));
  });
  return {
    ranker: trainRanker(rankerExamples),
    confidence: trainConfidence(cases),
    ...learnThresholds(unseen),
  };
}

/** Both models at once: each feature twice, as much as the store is an archive and as much as it is a pack. */
function trainConfidence(cases: readonly Case[]): ConfidenceWeights {
  const scale = scaleOf(cases.map(({ decision }) => decision));
  const names = confidenceFeatures.filter((name) => name !== 'smallness');
  const rows = cases.map(({ decision }) => {
    const smallness = smallnessOf(decision);
    const values = names.map((name) => {
      const at = confidenceFeatures.indexOf(name);
      const mean = scale.mean[at] ?? 0;
      return clamp(((decision[at] ?? 0) - mean) / (scale.spread[at] ?? 1));
    });
    return [...values, 1].flatMap((value) => [value * (1 - smallness), value * smallness]);
  });
  const fit = fitLogistic(
    rows,
    cases.map(({ isRight }) => (isRight ? 1 : 0)),
    cases.map(({ weight }) => weight),
    Number.POSITIVE_INFINITY,
  );
  const raw = Array.from(fit.weights, (weight, at) => weight / (fit.spread[at] ?? 1));
  const constant = raw.reduce((sum, weight, at) => sum - weight * (fit.mean[at] ?? 0), fit.bias);
  const weightsAt = (at: number) => [raw[2 * at] ?? 0, raw[2 * at + 1] ?? 0] as const;
  const [archive, pack] = weightsAt(names.length);
  return {
    bias: { archive: short(constant + archive), pack: short(constant + pack) },
    features: Object.fromEntries(
      names.map((name, at) => {
        const [inArchive, inPack] = weightsAt(at);
        const place = confidenceFeatures.indexOf(name);
        return [
          name,
          {
            mean: short(scale.mean[place] ?? 0),
            spread: short(scale.spread[place] ?? 1),
            archive: short(inArchive),
            pack: short(inPack),
          },
        ];
      }),
    ),
  };
}

function exampleToCases(example: TrainingExample, ranker: RankerWeights): Case[] {
  const { set, weight, answerable, unanswerable } = example;
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
        decision: describeDecision(ranked, example.storeSize),
        isRight: first.isRight,
        isAnswerable,
        rightPlace: ranked.findIndex(({ isRight }) => isRight),
      },
    ];
  };
  return [...toCase(answerable, true), ...toCase(unanswerable, false)];
}

export function foldOf(group: string): number {
  let hash = 0;
  for (const character of group) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

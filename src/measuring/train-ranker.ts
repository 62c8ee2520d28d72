import { type FeatureName, featureNames } from '../matching/ranking/features.ts';
import type { RankerWeights } from '../matching/ranking/ranker.ts';
import { fitRanker, type Sign } from './fit.ts';
import type { RankerExample } from './ranker-examples.ts';
import { short } from './short.ts';

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

export function trainRanker(
  examples: readonly RankerExample[],
  without: ReadonlySet<string> = new Set(),
): RankerWeights {
  const signOf = (name: FeatureName): Sign => (without.has(name) ? '0' : (signs[name] ?? '+'));
  const weights = fitRanker(
    examples.map(({ candidates, weight }) => ({
      rows: candidates.map(({ features }) => features),
      isRight: candidates.map(({ isRight }) => (isRight ? 1 : 0)),
      weight,
    })),
    featureNames.map(signOf),
  );
  return Object.fromEntries(
    featureNames.flatMap((name, at) => (weights[at] ? [[name, short(weights[at] ?? 0)]] : [])),
  );
}

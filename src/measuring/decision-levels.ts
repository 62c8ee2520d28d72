import type { Strictness } from '../matching/matcher.ts';
import type { DecisionModel, Level } from '../matching/outcome/decision-model.ts';
import { isLikely } from '../matching/outcome/judge.ts';
import type { DecisionExample } from './decision-examples.ts';
import { short } from './short.ts';
import type { Judged } from './train-decision.ts';

/**
 * What a level allows: the share of unanswerable texts that are answered all the same, and of texts that make a claim the
 * share that are told of a difference where there is none.
 */
const allowed: Readonly<Record<Strictness, { answered: number; needless: number }>> = {
  strict: { answered: 0.01, needless: 0.015 },
  balanced: { answered: 0.0575, needless: 0.009 },
  lenient: { answered: 0.085, needless: 0.035 },
};

/** Levels at which texts that nothing was learned from come out as allowed. */
export function learnLevels(judged: readonly Judged[]): DecisionModel['levels'] {
  return {
    strict: levelAt(judged, allowed.strict),
    balanced: levelAt(judged, allowed.balanced),
    lenient: levelAt(judged, allowed.lenient),
  };
}

/** The level at which judged texts come out as allowed. */
export function levelAt(
  judged: readonly Judged[],
  { answered, needless }: { readonly answered: number; readonly needless: number },
): Level {
  const of = (kind: DecisionExample['kind']) =>
    judged.filter(({ example }) => example.kind === kind);
  const same = quantile(
    of('unanswerable').map((one) => one.same),
    answered,
  );
  const texts = of('same');
  const mayBeTold = texts.filter(
    (one) => one.same < same && !isLikely(one) && one.candidate?.isApart,
  );
  const related = mayBeTold.map((one) => one.related).toSorted((one, other) => other - one);
  return { same: short(same), related: short(related[Math.floor(needless * texts.length)] ?? 0.5) };
}

/** The value that so large a share lies above. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => other - one);
  return sorted[Math.floor(share * sorted.length)] ?? 1;
}

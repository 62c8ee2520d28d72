import type { Strictness } from '../matching/matcher.ts';
import type { DecisionModel, Level } from '../matching/outcome/decision-model.ts';
import type { DecisionExample } from './decision-examples.ts';
import { short } from './short.ts';
import { createJudge, type Judged, trainDecision } from './train-decision.ts';

/**
 * What a level allows: the share of unanswerable texts that are answered all the same, and of texts that make a claim the
 * share that are told of a difference where there is none.
 */
const allowed: Readonly<Record<Strictness, { answered: number; needless: number }>> = {
  strict: { answered: 0.01, needless: 0.02 },
  balanced: { answered: 0.044, needless: 0.035 },
  lenient: { answered: 0.085, needless: 0.045 },
};

/** Authors are held out in so many parts. */
const folds = 3;

/** Levels at which texts by unseen authors come out as allowed. `sets` are learned from in every fold. */
export function learnLevels(
  chats: readonly DecisionExample[],
  sets: readonly DecisionExample[],
): DecisionModel['levels'] {
  const authors = [...new Set(chats.map(({ group }) => group))].toSorted();
  const judged = Array.from({ length: folds }, (_, fold) => {
    const isHeld = ({ group }: DecisionExample) => authors.indexOf(group) % folds === fold;
    const model = trainDecision([...chats.filter((one) => !isHeld(one)), ...sets]);
    return chats.filter(isHeld).map(createJudge(model));
  }).flat();
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
  const mayBeTold = texts.filter((one) => one.same < same && one.candidate?.isApart);
  const related = mayBeTold.map((one) => one.related).toSorted((one, other) => other - one);
  return { same: short(same), related: short(related[Math.floor(needless * texts.length)] ?? 0.5) };
}

/** The value that so large a share lies above. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => other - one);
  return sorted[Math.floor(share * sorted.length)] ?? 1;
}

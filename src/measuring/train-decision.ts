import { decisionFeatures } from '../matching/outcome/decision-features.ts';
import type { Grove } from '../matching/outcome/decision-model.ts';
import type { Judge } from '../matching/outcome/judge.ts';
import type { DecisionExample, ExampleCandidate } from './decision-examples.ts';
import { fitTrees, type TreeSettings } from './fit-trees.ts';

const settings: TreeSettings = {
  rounds: 1400,
  depth: 5,
  rate: 0.04,
  least: 1,
  ridge: 1,
  features: 0.25,
  rows: 0.7,
  seed: 1,
};

/** Candidates behind the first count less: there are more of them, and most are plainly others. */
const laterWeight = 0.5;

/** Fits both probabilities, each group on signs learned from the others: a word proves nothing about its own text. */
export function trainGrove(
  examples: readonly DecisionExample[],
  own: Partial<TreeSettings> = {},
): Grove {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const signsWithout = new Map(
    groups.map((group) => [group, learnSigns(examples.filter((one) => one.group !== group))]),
  );
  const rows: number[][] = [];
  const same: boolean[] = [];
  const related: boolean[] = [];
  const weights: number[] = [];
  for (const { group, kind, weight, candidates } of examples) {
    const signs = signsWithout.get(group) ?? {};
    for (const [rank, candidate] of candidates.entries()) {
      rows.push(decisionFeatures(candidate, signs));
      same.push(kind === 'same' && candidate.isMeant);
      related.push(kind !== 'hidden' && candidate.isMeant);
      weights.push(weight * (rank === 0 ? 1 : laterWeight));
    }
  }
  const using = { ...settings, ...own };
  return {
    same: fitTrees(rows, same, weights, using),
    related: fitTrees(rows, related, weights, using),
    signs: learnSigns(examples),
  };
}

export interface Judged {
  readonly example: DecisionExample;
  /** The candidate that is most probably meant. */
  readonly candidate: ExampleCandidate | undefined;
  readonly same: number;
  readonly related: number;
}

/** What a model says of an example that it has not seen. */
export function judgeWith(judge: Judge): (example: DecisionExample) => Judged {
  return (example) => {
    const [best] = example.candidates
      .map((candidate) => ({ ...judge(candidate), candidate }))
      .toSorted((one, other) => other.same - one.same);
    return {
      example,
      candidate: best?.candidate,
      same: best?.same ?? 0,
      related: best?.related() ?? 0,
    };
  };
}

/** How many texts of other kinds stand behind a sign before its own count. */
const prior = 4;
/** A word of one pack alone may be a name. */
const leastGroups = 2;

function learnSigns(examples: readonly DecisionExample[]): Grove['signs'] {
  const counts = new Map<string, { made: number; not: number; groups: Set<string> }>();
  let made = 0;
  let not = 0;
  for (const { group, kind, store, candidates } of examples) {
    const first = candidates[0];
    if (store !== 'alone' || kind === 'hidden' || kind === 'broad' || kind === 'chatter') continue;
    if (!first || (kind === 'same' && !first.isMeant)) continue;
    const isMade = kind === 'same';
    if (isMade) made += 1;
    else not += 1;
    const { unpaired, openings, missing, shared } = first.words;
    for (const key of new Set([...unpaired, ...openings, ...missing, ...shared])) {
      const count = counts.get(key) ?? { made: 0, not: 0, groups: new Set() };
      if (isMade) count.made += 1;
      else count.not += 1;
      count.groups.add(group);
      counts.set(key, count);
    }
  }
  const share = made / (made + not || 1);
  const base = Math.log(share / (1 - share));
  return Object.fromEntries(
    [...counts]
      .filter(
        ([, count]) => count.groups.size >= leastGroups && count.made + count.not >= leastUses,
      )
      .map(([key, count]) => {
        const odds = (count.made + prior * share) / (count.not + prior * (1 - share));
        return [key, Number((Math.log(odds) - base).toFixed(2))] as const;
      })
      .filter(([, sign]) => Math.abs(sign) >= leastSign)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const leastUses = 3;
const leastSign = 0.1;

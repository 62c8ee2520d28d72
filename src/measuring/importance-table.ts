import model from '../matching/outcome/decision.json' with { type: 'json' };
import { decisionFeatureNames } from '../matching/outcome/decision-features.ts';
import type { Trees } from '../matching/outcome/trees.ts';

/** Fewer splits are chance. */
const mostListed = 25;

/** What the decision asks most often, by the share of splits. */
export function importanceTable(): string[][] {
  const same = sharesOf(model.entailed.same);
  const related = sharesOf(model.entailed.related);
  const percent = (share = 0) => `${(100 * share).toFixed(1)} %`;
  return [
    ['feature', 'splits for same', 'splits for related'],
    ...[...same]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, mostListed)
      .map(([name, share]) => [name, percent(share), percent(related.get(name))]),
  ];
}

function sharesOf({ trees }: Trees): Map<string, number> {
  const splits = trees.flatMap(({ features }) => features.filter((feature) => feature >= 0));
  const shares = new Map<string, number>();
  for (const feature of splits) {
    const name = decisionFeatureNames[feature] ?? String(feature);
    shares.set(name, (shares.get(name) ?? 0) + 1 / splits.length);
  }
  return shares;
}

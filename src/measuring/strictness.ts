import { createMatcherWith } from '../matching/create-matcher.ts';
import type { Strictness } from '../matching/matcher.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';

/**
 * What each level of strictness does to a set: how many texts are answered rightly, are offered candidates with a
 * right one among them, and are answered wrongly; and of texts whose claim is not there, how many are answered.
 */
export function strictnessTable(sets: readonly DataSet[], weights: Weights): string[][] {
  const levels = Object.keys(weights.strictness) as Strictness[];
  const rows = sets.flatMap((set) => {
    const matcher = createMatcherWith(weights, set.claims);
    return levels.map((strictness) => {
      let right = 0;
      let offered = 0;
      let wrong = 0;
      let falseAnswers = 0;
      for (const query of set.queries) {
        const accepted = acceptedClaims(query, set);
        const { outcome, ranking, near } = matcher.match(query.text, { strictness });
        const named = ranking.slice(0, near).some(({ id }) => accepted.has(id));
        if (outcome === 'match') {
          if (accepted.has(ranking[0]?.id ?? '')) right += 1;
          else wrong += 1;
        } else if (outcome === 'ambiguous' && named) offered += 1;
        const without = matcher.match(query.text, { strictness, exclude: accepted });
        if (without.outcome === 'match') falseAnswers += 1;
      }
      const share = (count: number) => (count / set.queries.length).toFixed(3);
      return [
        set.name,
        strictness,
        weights.strictness[strictness].confidence.toFixed(2),
        weights.strictness[strictness].precision.toFixed(2),
        share(right),
        share(offered),
        share(wrong),
        share(falseAnswers),
        (right / (right + wrong + falseAnswers || 1)).toFixed(3),
      ];
    });
  });
  return [
    ['set', 'strictness', 'from', 'set for', 'right', 'offered', 'wrong', 'false', 'precision'],
    ...rows,
  ];
}

/** What else the outcome turns on, and what was measured there when the weights were learned. */
export function turningPointsTable({ near, rivalry, named, bare }: Weights): string[][] {
  return [
    ['a candidate is', 'when', 'because it was right there'],
    ['worth naming', `its probability is ${near.toFixed(2)}`, near.toFixed(2)],
    [
      'a rival of the first',
      `the first leads by less than ${rivalry.margin.toFixed(2)}`,
      rivalry.runnerUpIsRight.toFixed(2),
    ],
    ['named', `it is among the first ${named.count}`, named.rightIsAmong.toFixed(2)],
    [
      'said too little of',
      `it has all words, but these are ${bare.words} or fewer`,
      bare.right.toFixed(2),
    ],
  ];
}

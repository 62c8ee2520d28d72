import { createMatcher } from '../matching/create-matcher.ts';
import type { Strictness } from '../matching/matcher.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';

const levels: readonly Strictness[] = ['strict', 'balanced', 'lenient'];

/**
 * What each level of strictness does to a set: how many texts are answered rightly, are offered candidates with a
 * right one among them, and are answered wrongly; and of texts whose claim is not there, how many are answered.
 */
export function strictnessTable(sets: readonly DataSet[]): string[][] {
  const rows = sets.flatMap((set) => {
    const matcher = createMatcher(set.claims);
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
        share(right),
        share(offered),
        share(wrong),
        share(falseAnswers),
        (right / (right + wrong + falseAnswers || 1)).toFixed(3),
      ];
    });
  });
  return [['set', 'strictness', 'right', 'offered', 'wrong', 'false', 'precision'], ...rows];
}

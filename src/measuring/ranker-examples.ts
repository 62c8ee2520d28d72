import type { Features } from '../matching/ranking/features.ts';
import type { Shortlister } from '../matching/ranking/shortlist.ts';
import { readMessage } from '../matching/text/message.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';
import { createRandom } from './random.ts';

/** One query as it looks to the ranker. */
export interface RankerExample {
  /** How much it counts in training. */
  readonly weight: number;
  readonly candidates: readonly Shown[];
}

interface Shown {
  readonly features: Features;
  readonly isRight: boolean;
}

/** A share of a set's queries, drawn by seed. */
export function setToRankerExamples(
  set: DataSet,
  { index, shortlist, newCorrector }: Shortlister,
  weight: number,
  share: number,
  seed: number,
): RankerExample[] {
  const random = createRandom(seed);
  return set.queries
    .filter(() => random() < share)
    .map((query) => {
      const accepted = acceptedClaims(query, set);
      const candidates = shortlist(readMessage(query.text), newCorrector()).map(
        ({ document, features }) => ({
          features,
          isRight: accepted.has(index.ids.at(document) ?? ''),
        }),
      );
      return { weight, candidates };
    });
}

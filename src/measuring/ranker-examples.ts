import type { Lexicon } from '../matching/index/lexicon.ts';
import type { Features } from '../matching/ranking/features.ts';
import { createShortlister, type Shortlister } from '../matching/ranking/shortlist.ts';
import { readMessage } from '../matching/text/message.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';
import { createRandom } from './random.ts';
import type { TrainingPack } from './training-packs.ts';

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
  shortlister: Shortlister,
  weight: number,
  share: number,
  seed: number,
): RankerExample[] {
  const random = createRandom(seed);
  return set.queries
    .filter(() => random() < share)
    .map((query) => ({
      weight,
      candidates: show(query.text, acceptedClaims(query, set), shortlister),
    }));
}

/** Every so many texts are asked of all packs together: it is the harder question, and takes its time. */
const mergedEvery = 3;

/** The texts of packs that make a claim, each pack alone, and a share of them among the claims of all. */
export function packsToRankerExamples(
  packs: readonly TrainingPack[],
  lexicon: Lexicon,
  weight: number,
): RankerExample[] {
  const alone = packs.flatMap((pack) => askedOf([pack], lexicon, weight, 1));
  return [...alone, ...askedOf(packs, lexicon, weight, mergedEvery)];
}

function askedOf(
  packs: readonly TrainingPack[],
  lexicon: Lexicon,
  weight: number,
  every: number,
): RankerExample[] {
  const named = (pack: TrainingPack, id: string) => `${pack.id}/${id}`;
  const statements = packs.flatMap((pack) =>
    pack.statements.map((statement) => ({ ...statement, id: named(pack, statement.id) })),
  );
  const shortlister = createShortlister(statements, lexicon);
  return packs.flatMap((pack) =>
    pack.texts
      .filter(({ kind }) => kind === 'same')
      .filter((_, at) => at % every === 0)
      .map(({ text, claims }) => {
        const right = new Set([...claims].map((id) => named(pack, id)));
        return { weight, candidates: show(text, right, shortlister) };
      }),
  );
}

function show(
  text: string,
  right: ReadonlySet<string>,
  { index, shortlist, newCorrector }: Shortlister,
): readonly Shown[] {
  return shortlist(readMessage(text), newCorrector()).map(({ document, features }) => ({
    features,
    isRight: right.has(index.ids.at(document) ?? ''),
  }));
}

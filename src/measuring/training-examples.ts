import type { Lexicon } from '../matching/index/lexicon.ts';
import type { Statement } from '../matching/matcher.ts';
import type { Features } from '../matching/ranking/features.ts';
import { createShortlister, type Shortlister } from '../matching/ranking/shortlist.ts';
import { readMessage } from '../matching/text/message.ts';
import { stopWords } from '../matching/text/stop-words.ts';
import { normaliseText, splitWords } from '../matching/text/text.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';
import { createRandom } from './random.ts';

/** One query as it looks to the ranker, with its claims in the store and without them. */
export interface TrainingExample {
  readonly set: string;
  /** TrainingExamples of one group come from one text and never stand on both sides of a split. */
  readonly group: string;
  /** How much it counts in training. */
  readonly weight: number;
  /** How many claims the store has. */
  readonly storeSize: number;
  readonly answerable: readonly Shown[];
  readonly unanswerable: readonly Shown[];
}

export interface Shown {
  readonly features: Features;
  readonly isRight: boolean;
}

export function setToExamples(
  set: DataSet,
  store: Shortlister,
  weight: number,
  share: number,
  seed: number,
): TrainingExample[] {
  const random = createRandom(seed);
  return set.queries
    .filter(() => random() < share)
    .map((query) =>
      toExample(
        store,
        { set: set.name, group: query.id.split('~')[0] ?? query.id, weight },
        query.text,
        acceptedClaims(query, set),
      ),
    );
}

export function toExample(
  { index, shortlist }: Shortlister,
  about: Pick<TrainingExample, 'set' | 'group' | 'weight'>,
  text: string,
  accepted: ReadonlySet<string>,
): TrainingExample {
  const message = readMessage(text);
  const hidden = new Set(index.ids.flatMap((id, document) => (accepted.has(id) ? [document] : [])));
  const show = (excluded?: ReadonlySet<number>): Shown[] =>
    shortlist(message, excluded).map(({ document, features }) => ({
      features,
      isRight: hidden.has(document),
    }));
  return {
    ...about,
    storeSize: index.ids.length,
    answerable: hidden.size === 0 ? [] : show(),
    unanswerable: show(hidden),
  };
}

export interface Packs {
  /** How many packs to cut out of the store, and how many claims each has. */
  readonly count: number;
  readonly claims: number;
  readonly weight: number;
  readonly seed: number;
}

/**
 * Small stores about one subject, as packs are: a claim with its nearest. They are asked the queries of their claims,
 * their own titles as short wordings (with the titles taken out), and the titles of claims that just missed the pack.
 */
export function setToPackExamples(
  set: DataSet,
  store: Shortlister,
  lexicon: Lexicon,
  packs: Packs,
): TrainingExample[] {
  const random = createRandom(packs.seed);
  const claims = new Map(set.claims.map((claim) => [claim.id, claim]));
  return Array.from({ length: packs.count }, (_, pack) => {
    const query = set.queries[Math.floor(random() * set.queries.length)];
    const heart = claims.get([...(query?.gold ?? [])][0] ?? '');
    if (!query || !heart) return [];
    const near = nearestClaims(heart, store, claims);
    const inside = near.slice(0, packs.claims);
    const outside = near.slice(packs.claims, packs.claims + 12);
    const keepsTitles = pack % 2 === 0;
    const small = createShortlister(
      inside.map(({ title, ...claim }) => (keepsTitles && title ? { ...claim, title } : claim)),
      lexicon,
    );
    const about = { set: `${set.name} packs`, group: query.id, weight: packs.weight };
    const ids = new Set(inside.map(({ id }) => id));
    const asked = set.queries.filter(({ gold }) => [...gold].some((id) => ids.has(id)));
    const some = inside.filter(() => random() < 0.3);
    const titles = keepsTitles ? [] : some.filter(({ title }) => title);
    const elsewhere = Array.from(
      { length: 12 },
      () => set.claims[Math.floor(random() * set.claims.length)],
    );
    return [
      ...asked.map((asking) =>
        toExample(small, { ...about, group: asking.id }, asking.text, acceptedClaims(asking, set)),
      ),
      ...titles.map((claim) =>
        toExample(
          small,
          about,
          claim.title ?? '',
          new Set([claim.id, ...(set.twins.get(claim.id) ?? [])]),
        ),
      ),
      ...some.map((claim) =>
        toExample(
          small,
          about,
          keywords(claim.text, random),
          new Set([claim.id, ...(set.twins.get(claim.id) ?? [])]),
        ),
      ),
      ...[...outside, ...elsewhere].flatMap((claim) =>
        claim === undefined || ids.has(claim.id)
          ? []
          : [
              toExample(small, about, claim.title ?? claim.text, new Set()),
              toExample(small, about, keywords(claim.text, random), new Set()),
            ],
      ),
    ];
  }).flat();
}

/** What somebody in a hurry types: a few of the words that say something, in order. */
function keywords(text: string, random: () => number): string {
  const words = splitWords(normaliseText(text)).filter(({ folded }) => !stopWords.has(folded));
  const count = 2 + Math.floor(random() * 4);
  return words
    .map((word) => ({ word, draw: random() }))
    .sort((one, other) => one.draw - other.draw)
    .slice(0, count)
    .sort((one, other) => one.word.start - other.word.start)
    .map(({ word }) => word.written)
    .join(' ');
}

function nearestClaims(
  heart: Statement,
  { index, shortlist }: Shortlister,
  claims: ReadonlyMap<string, Statement>,
): Statement[] {
  // A shortlist is 50 long: its own nearest widen it to a pack and what lies just outside.
  const ids = new Set([heart.id]);
  for (const next of [heart.id, ...around(heart.text)].slice(0, 4)) {
    for (const id of around(claims.get(next)?.text ?? '')) ids.add(id);
  }
  return [...ids].flatMap((id) => claims.get(id) ?? []);

  function around(text: string): string[] {
    return shortlist(readMessage(text)).map(({ document }) => index.ids[document] ?? '');
  }
}

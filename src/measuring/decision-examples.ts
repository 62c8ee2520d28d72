import { type SignedWords, signedWordsOf } from '../matching/alignment/word-signs.ts';
import type { Entail, LogOdds } from '../matching/entailment/entail.ts';
import { type Pair, pairOf } from '../matching/entailment/pair.ts';
import type { Lexicon } from '../matching/index/lexicon.ts';
import type { Statement } from '../matching/matcher.ts';
import { candidatesJudged } from '../matching/outcome/decision.ts';
import { wordlessFeatures } from '../matching/outcome/decision-features.ts';
import { createCandidateReader, type Part } from '../matching/outcome/read-candidates.ts';
import { createRanker, type RankerWeights } from '../matching/ranking/ranker.ts';
import { createShortlister } from '../matching/ranking/shortlist.ts';
import { readMessage } from '../matching/text/message.ts';
import { acceptedClaims } from './accepted-claims.ts';
import type { DataSet } from './data-set.ts';
import { exchangeWords } from './exchanged-words.ts';
import type { Kind, TrainingPack } from './training-packs.ts';

/** A text beside the best candidates of a store. */
export interface DecisionExample {
  /** Whose words are never seen in learning what they are judged by: an author of packs, or part of a set. */
  readonly group: string;
  /** What a person said of the text; `hidden` is a `same` whose claims were taken out of the store. */
  readonly kind: Kind | 'hidden';
  readonly sort: string | undefined;
  readonly text: string;
  readonly store: string;
  /** How many claims the store has. */
  readonly storeSize: number;
  readonly weight: number;
  /** Best first. */
  readonly candidates: readonly ExampleCandidate[];
}

export interface ExampleCandidate {
  readonly id: string;
  readonly features: readonly number[];
  readonly words: SignedWords;
  /** It is a claim that the text makes, or that it comes close to. */
  readonly isMeant: boolean;
  /** Whether there is anything to name that sets it apart from the text. */
  readonly isApart: boolean;
  /** What a network that has not learned from the group makes of both sentences, where it is asked. */
  readonly told?: LogOdds;
  /** Both sentences, where they are kept: only of the first, since they take a hundred times as much memory as all else. */
  readonly pair?: Pair;
}

export interface Reading {
  readonly leftOut?: Part | undefined;
  readonly keepsPairs?: boolean;
  /** The network that has not learned from a group. */
  readonly entailFor?: ((group: string) => Entail | undefined) | undefined;
}

/** Where packs stand: alone, a dozen in one store, all of them in one, or among thousands of other claims. */
export type Surroundings = 'alone' | 'dozen' | 'merged' | 'archive';

/** Examples count less where nothing of the store may be the answer: there are many, and most are easy. */
const hiddenWeight = 0.1;

/**
 * A bot that answers small talk or a bare name is one that people switch off; the packs hold few of either. One that passes what a
 * text changes off for checked is worse than one that is silent.
 */
function weightOf(kind: Kind): number {
  if (kind === 'chatter' || kind === 'broad') return 3;
  return kind === 'different' ? 2 : 1;
}

export function packsToDecisionExamples(
  packs: readonly TrainingPack[],
  where: Surroundings,
  lexicon: Lexicon,
  ranker: RankerWeights,
  archive: readonly Statement[],
  reading: Reading = {},
): DecisionExample[] {
  const stores = partsOf(packs, packsInStore[where]);
  return stores.flatMap((members) => {
    const named = (pack: TrainingPack, id: string) => `${pack.id}/${id}`;
    const own = members.flatMap((pack) =>
      pack.statements.map((statement) => ({ ...statement, id: named(pack, statement.id) })),
    );
    const all = [...own, ...(where === 'archive' ? archive : [])];
    const show = createShow(all, lexicon, ranker, reading);
    return members.flatMap((pack) =>
      drawn(pack.texts, where).flatMap(({ text, kind, sort, claims }) => {
        const meant = new Set([...claims].map((id) => named(pack, id)));
        const about = { group: pack.author, sort, text, store: where, storeSize: all.length };
        const shown = {
          ...about,
          kind,
          weight: weightOf(kind),
          candidates: show(text, pack.author, meant),
        };
        if (kind !== 'same') return [shown];
        const hidden = { ...about, kind: 'hidden' as const, weight: hiddenWeight };
        return [shown, { ...hidden, candidates: show(text, pack.author, meant, meant) }];
      }),
    );
  });
}

/** A dozen are as many as a busy community or newsroom has: some 300 claims. */
const packsInStore: Readonly<Record<Surroundings, number>> = {
  alone: 1,
  dozen: 12,
  merged: Number.POSITIVE_INFINITY,
  archive: Number.POSITIVE_INFINITY,
};

function partsOf<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}

/** All texts where packs stand alone, half of them elsewhere: the texts are the same, and fitting takes its time. */
function drawn<Text>(texts: readonly Text[], where: Surroundings): readonly Text[] {
  if (where === 'alone') return texts;
  return texts.filter((_, at) => at % 2 === (where === 'archive' ? 1 : 0));
}

/** A claim with one word that is not its own is another claim, and there are as many of them as words. */
const exchangedWeight = 0.2;

/**
 * Each English pack's claims and wordings with a word exchanged or put in: people who write texts by hand seldom leave all other
 * words. In other languages too many words that say nothing are unknown, to be exchanged for those that do.
 */
export function exchangedWordsToDecisionExamples(
  packs: readonly TrainingPack[],
  lexicon: Lexicon,
  ranker: RankerWeights,
  reading: Reading,
): DecisionExample[] {
  return packs.flatMap(({ author, language, statements }) => {
    if (language !== 'en') return [];
    const show = createShow(statements, lexicon, ranker, reading);
    return exchangeWords(statements, exchangeSeed).map(({ id, text, how }) => ({
      group: author,
      kind: 'different' as const,
      sort: how,
      text,
      store: 'alone',
      storeSize: statements.length,
      weight: exchangedWeight,
      candidates: show(text, author, new Set([id])),
    }));
  });
}

const exchangeSeed = 1;

/** Queries of a public set, each with its claims in the store and without them. */
export function setToDecisionExamples(
  set: DataSet,
  lexicon: Lexicon,
  ranker: RankerWeights,
  weight: number,
): DecisionExample[] {
  const show = createShow(set.claims, lexicon, ranker, {});
  return set.queries.flatMap((query) => {
    const meant = acceptedClaims(query, set);
    const about = {
      group: `${set.name} ${foldOf(query.id)}`,
      sort: undefined,
      text: query.text,
      store: set.name,
      storeSize: set.claims.length,
      weight,
    };
    return [
      { ...about, kind: 'same' as const, candidates: show(query.text, about.group, meant) },
      {
        ...about,
        kind: 'hidden' as const,
        candidates: show(query.text, about.group, meant, meant),
      },
    ];
  });
}

/** What is learned from two of them is asked of the third. */
export const folds = 3;

export function foldOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

type Show = (
  text: string,
  group: string,
  meant: ReadonlySet<string>,
  hidden?: ReadonlySet<string>,
) => ExampleCandidate[];

function createShow(
  statements: readonly Statement[],
  lexicon: Lexicon,
  ranker: RankerWeights,
  { leftOut, keepsPairs = false, entailFor }: Reading,
): Show {
  const { index, shortlist, newCorrector } = createShortlister(statements, lexicon);
  const score = createRanker(ranker);
  const readCandidates = createCandidateReader(statements, index, lexicon, leftOut);
  const places = new Map(statements.map(({ id }, document) => [id, document]));
  return (text, group, meant, hidden) => {
    const message = readMessage(text);
    const excluded = hidden && new Set([...hidden].flatMap((id) => places.get(id) ?? []));
    const correctWord = newCorrector();
    const ranked = shortlist(message, correctWord, excluded)
      .map(({ document, features }) => ({ document, features, score: score(features) }))
      .sort((one, other) => other.score - one.score || one.document - other.document);
    const readCandidate = readCandidates(message.text, correctWord);
    const entail = entailFor?.(group);
    return candidatesJudged(ranked).map(({ document }, rank) => {
      const { aligned, apart } = readCandidate(document);
      const id = index.ids.at(document) ?? '';
      const isKept = keepsPairs && rank === 0;
      const pair = isKept || entail ? pairOf(aligned.alignment, lexicon) : undefined;
      const told = pair && entail?.(pair);
      return {
        id,
        features: wordlessFeatures(ranked, rank, statements.length, aligned),
        words: signedWordsOf(aligned.alignment),
        isMeant: meant.has(id),
        isApart: apart.length > 0,
        ...(told && { told }),
        ...(isKept && pair && { pair }),
      };
    });
  };
}

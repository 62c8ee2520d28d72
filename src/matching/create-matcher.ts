import { compare } from './comparison/compare.ts';
import { createConfidence, describeStanding, type Scored } from './confidence.ts';
import { featureNames } from './features.ts';
import lexiconFile from './lexicon.json' with { type: 'json' };
import { createLexicon, type LexiconFile } from './lexicon.ts';
import type { CreateMatcher, Evidence, Match, Statement } from './matcher.ts';
import { readMessage } from './message.ts';
import { isRequest, isSmallTalk } from './nothing-to-check.ts';
import { createRanker } from './ranker.ts';
import { createSearch } from './search.ts';
import { createShortlister } from './shortlist.ts';
import { foldWord } from './text.ts';
import trained from './weights.json' with { type: 'json' };
import type { Weights } from './weights.ts';

/** Finds statements as `docs/matching.md` describes, with the weights that are shipped. */
export const createMatcher: CreateMatcher = (statements) => createMatcherWith(trained, statements);

/** The same with other weights and words: those learned without the texts that are to be measured. */
export function createMatcherWith(
  weights: Weights,
  statements: readonly Statement[],
  words: LexiconFile = lexiconFile,
): ReturnType<CreateMatcher> {
  const lexicon = createLexicon(words);
  const { index, shortlist } = createShortlister(statements, lexicon);
  const score = createRanker(weights.ranker);
  const confidenceIn = createConfidence(weights.confidence);
  const rarityOf = (word: string): number =>
    index.rarities[index.vocabulary.termOf(foldWord(word))] ?? index.unknownRarity;
  const documents = new Map(index.ids.map((id, document) => [id, document]));

  return {
    search: createSearch(index),
    match(text, { limit = 10, exclude, strictness = 'balanced' } = {}): Match {
      const message = readMessage(text);
      const isChat = message.urls.length === 0 && isSmallTalk(message.text);
      if (isChat) return { ...nothingFound, nothingToCheck: true };
      const ranked = shortlist(message, exclude && toDocuments(exclude, documents))
        .map(({ document, features }) => ({ document, features, score: score(features) }))
        .sort((one, other) => other.score - one.score || one.document - other.document);
      const first = ranked[0];
      const best = first && statements[first.document];
      if (first === undefined || best === undefined) {
        return { ...nothingFound, nothingToCheck: isRequest(message.text) };
      }

      const confidence = confidenceIn(describeStanding(ranked, statements.length));
      const needed = weights.strictness[strictness].confidence;
      const [rivals, others] = partition(ranked, ({ score }) => score > first.score - rivalry);
      // Each of them says all that is asked: however likely the first is, the text does not tell.
      const isOpen = rivals.length > 1 && rivals.every(saysAllThatIsAsked);
      // Among rivals no one is likely. Taken for one, do they stand out from the others? Offering them claims less than
      // answering, so the most lenient level will do.
      const isAmbiguous =
        isOpen ||
        (confidence < needed &&
          rivals.length > 1 &&
          confidenceIn(describeStanding([first, ...others], statements.length)) >=
            weights.strictness.lenient.confidence);
      const outcome = isAmbiguous ? 'ambiguous' : confidence >= needed ? 'match' : 'none';
      const isNear = ({ score }: { score: number }) =>
        confidence * Math.exp(score - first.score) >= weights.near;
      const near = isAmbiguous ? rivals.length : ranked.filter(isNear).length;
      return {
        ranking: ranked.slice(0, limit).map(({ document, score }) => ({
          id: index.ids[document] ?? '',
          score,
        })),
        confidence,
        outcome,
        nothingToCheck: outcome === 'none' && isRequest(message.text),
        near: Math.min(near, mostNamed),
        ...compare(message.text, best, rarityOf),
      };
    },
  };
}

/** The runner-up is as good when it is at least half as likely. */
const rivalry = Math.log(2);

/** Candidates that are shown when the text may mean more than one; beyond that it says too little. */
const mostNamed = 3;

const noEvidence: Evidence = { words: [], wording: undefined, numbers: [], names: [] };
const nothingFound: Match = {
  ranking: [],
  confidence: 0,
  outcome: 'none',
  nothingToCheck: false,
  differences: [],
  evidence: noEvidence,
  near: 0,
};

/** A name alone is not enough: it stands in many claims. */
const fewestWords = 3;

function saysAllThatIsAsked({ features }: Scored): boolean {
  const words = Math.expm1(features[featureNames.indexOf('sharedTerms')] ?? 0);
  const covered = features[featureNames.indexOf('questionCovered')] ?? 0;
  return Math.round(words) >= fewestWords && covered > 0.999;
}

function partition<Item>(
  items: readonly Item[],
  isIn: (item: Item) => boolean,
): readonly [Item[], Item[]] {
  return [items.filter(isIn), items.filter((item) => !isIn(item))];
}

function toDocuments(
  ids: ReadonlySet<string>,
  documents: ReadonlyMap<string, number>,
): Set<number> {
  const numbers = new Set<number>();
  for (const id of ids) {
    const document = documents.get(id);
    if (document !== undefined) numbers.add(document);
  }
  return numbers;
}

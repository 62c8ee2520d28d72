import { type Comparison, compare } from './comparison/compare.ts';
import { createConfidence, describeStanding, type Scored } from './confidence.ts';
import { featureNames } from './features.ts';
import lexiconFile from './lexicon.json' with { type: 'json' };
import { createLexicon, type LexiconFile } from './lexicon.ts';
import type { CreateMatcher, Evidence, Match, Statement, Strictness } from './matcher.ts';
import { type Message, readMessage } from './message.ts';
import { isRequest, isSmallTalk } from './nothing-to-check.ts';
import { asksForAmount, givesAmount, withoutDifference } from './one-difference.ts';
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
      const excluded = exclude && toDocuments(exclude, documents);
      const assess = (asked: Message) => standingOf(shortlistOf(asked, excluded), strictness);
      const standing = assess(message);
      if (!standing) return { ...nothingFound, nothingToCheck: isRequest(message.text) };

      const settled = settle(text, message, standing, assess);
      const best = settled ?? standing.ranked[0]?.document ?? 0;
      const outcome = settled === undefined ? standing.outcome : 'match';
      const ranked = standing.ranked.toSorted(
        (one, other) => Number(other.document === best) - Number(one.document === best),
      );
      return {
        ranking: ranked.slice(0, limit).map(({ document, score }) => ({
          id: index.ids[document] ?? '',
          score,
        })),
        confidence: standing.confidence,
        outcome,
        nothingToCheck: outcome === 'none' && isRequest(message.text),
        near: Math.min(standing.near, mostNamed),
        ...compareWith(message, best),
      };
    },
  };

  function shortlistOf(message: Message, excluded: ReadonlySet<number> | undefined): Ranked[] {
    return shortlist(message, excluded)
      .map(({ document, features }) => ({ document, features, score: score(features) }))
      .sort((one, other) => other.score - one.score || one.document - other.document);
  }

  /** How the candidates stand, and what follows from it. */
  function standingOf(ranked: readonly Ranked[], strictness: Strictness): Standing | undefined {
    const first = ranked[0];
    if (first === undefined) return undefined;
    const confidence = confidenceIn(describeStanding(ranked, statements.length));
    const needed = weights.strictness[strictness].confidence;
    const sayAll = ranked.filter(saysAllThatIsAsked);
    // A name and a topic tell too little for the first of several to be meant, whatever its score.
    const isBare = sayAll.includes(first) && wordsShared(first) <= fewestWords;
    const [rivals, others] = partition(ranked, (candidate) =>
      isBare ? sayAll.includes(candidate) : candidate.score > first.score - rivalry,
    );
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
    const isNear = ({ score }: Scored) =>
      confidence * Math.exp(score - first.score) >= weights.near;
    return {
      ranked,
      rivals,
      confidence,
      outcome: isAmbiguous
        ? 'ambiguous'
        : confidence >= needed && !isOneWord(first)
          ? 'match'
          : 'none',
      near: isAmbiguous ? rivals.length : ranked.filter(isNear).length,
    };
  }

  /**
   * The one candidate that a text without a clear match means all the same: it asks for an amount, which this is the
   * first to give, or it would be this claim but for one detail, which the answer then names.
   */
  function settle(
    text: string,
    message: Message,
    { outcome, ranked, rivals }: Standing,
    assess: (message: Message) => Standing | undefined,
  ): number | undefined {
    if (outcome === 'match') return undefined;
    const candidates = (outcome === 'ambiguous' ? rivals : ranked.slice(0, 1)).slice(0, mostNamed);
    const wouldBe = candidates.filter(({ document }) => {
      const { differences } = compareWith(message, document);
      const corrected = withoutDifference(message.text, differences);
      if (corrected === undefined) return false;
      const put = assess({ ...message, text: corrected });
      // What was put into the text speaks for the candidate by itself, so the strictest level must be passed.
      return (
        put?.outcome === 'match' &&
        put.ranked[0]?.document === document &&
        put.confidence >= weights.strictness.strict.confidence
      );
    });
    if (wouldBe.length === 1) return wouldBe[0]?.document;
    if (outcome !== 'ambiguous' || !asksForAmount(text)) return undefined;
    const gives = ({ document }: Ranked) => givesAmount(statements[document]?.text ?? '');
    return candidates.find(gives)?.document;
  }

  function compareWith({ text }: Message, document: number): Comparison {
    const statement = statements[document];
    return statement
      ? compare(text, statement, rarityOf)
      : { differences: [], evidence: noEvidence };
  }
}

/** A statement by its place, as the ranker sees it. */
interface Ranked extends Scored {
  readonly document: number;
}

interface Standing {
  readonly ranked: readonly Ranked[];
  /** The first, and those that are about as good. */
  readonly rivals: readonly Ranked[];
  readonly confidence: number;
  readonly outcome: Match['outcome'];
  /** How many are near enough to be named. */
  readonly near: number;
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
const fewestWords = 2;

function saysAllThatIsAsked(candidate: Scored): boolean {
  return wordsShared(candidate) >= fewestWords && coverage(candidate) > 0.999;
}

/** A word is no statement, however rare it is. */
function isOneWord(candidate: Scored): boolean {
  return wordsShared(candidate) < fewestWords && coverage(candidate) > 0.999;
}

function coverage({ features }: Scored): number {
  return features[featureNames.indexOf('questionCovered')] ?? 0;
}

/** How many of the text's words the candidate has. */
function wordsShared({ features }: Scored): number {
  return Math.round(Math.expm1(features[featureNames.indexOf('sharedTerms')] ?? 0));
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

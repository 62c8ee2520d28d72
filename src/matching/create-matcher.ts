import { type Comparison, compare } from './differences/compare.ts';
import lexiconFile from './index/lexicon.json' with { type: 'json' };
import { createLexicon, type Lexicon } from './index/lexicon.ts';
import type { CreateMatcher, Evidence, Match, Statement } from './matcher.ts';
import { createDecide, type Ranked } from './outcome/decision.ts';
import { secondPass } from './outcome/second-pass.ts';
import { createRanker } from './ranking/ranker.ts';
import { createSearch } from './ranking/search.ts';
import { createShortlister } from './ranking/shortlist.ts';
import trained from './ranking/weights.json' with { type: 'json' };
import type { Weights } from './ranking/weights.ts';
import { type Message, readMessage } from './text/message.ts';
import { isErrand, isRequest, isSmallTalk } from './text/nothing-to-check.ts';
import { foldWord } from './text/text.ts';

/** The words that are shipped. */
const shipped = createLexicon(lexiconFile);

/** Finds statements as `docs/matching.md` describes, with the weights that are shipped. */
export const createMatcher: CreateMatcher = (statements) => createMatcherWith(trained, statements);

/** The same with other weights and words: those learned without the texts that are to be measured. */
export function createMatcherWith(
  weights: Weights,
  statements: readonly Statement[],
  lexicon: Lexicon = shipped,
): ReturnType<CreateMatcher> {
  const { index, shortlist } = createShortlister(statements, lexicon);
  const score = createRanker(weights.ranker);
  const decisionOf = createDecide(weights, statements.length);
  const rarityOf = (word: string): number =>
    index.rarities[index.vocabulary.termOf(foldWord(word))] ?? index.unknownRarity;
  // The language of the claim's own text, its first unit, is that of the claim.
  const isEnglish = (document: number) => index.isEnglish[index.unitStarts[document] ?? 0] === 1;
  const documents = new Map(index.ids.map((id, document) => [id, document]));

  return {
    search: createSearch(index),
    match(text, { limit = 10, exclude, strictness = 'balanced' } = {}): Match {
      const message = readMessage(text);
      const isChat = message.urls.length === 0 && isSmallTalk(message.text);
      if (isChat) return { ...nothingFound, nothingToCheck: true };
      const excluded = exclude && toDocuments(exclude, documents);
      const decide = (asked: Message) => decisionOf(rank(asked, excluded), strictness);
      const decision = decide(message);
      if (!decision) return { ...nothingFound, nothingToCheck: isRequest(message.text) };

      const compared = new Map<number, Comparison>();
      const compareOnce = (document: number): Comparison => {
        const comparison = compared.get(document) ?? compareWith(message, document);
        compared.set(document, comparison);
        return comparison;
      };
      const settled = secondPass(text, message, decision, {
        decide,
        differencesFrom: (document) => compareOnce(document).differences,
        textOf: (document) => statements[document]?.text ?? '',
        // What was put into the text speaks for the candidate by itself, so the strictest level must be passed.
        needed: weights.strictness.strict.confidence,
        limit: weights.named.count,
      });
      const best = settled.document ?? decision.ranked[0]?.document ?? 0;
      const outcome = isErrand(message.text) ? 'none' : settled.outcome;
      const ranked = decision.ranked.toSorted(
        (one, other) => Number(other.document === best) - Number(one.document === best),
      );
      return {
        ranking: ranked.slice(0, limit).map(({ document, score }) => ({
          id: index.ids[document] ?? '',
          score,
        })),
        confidence: decision.confidence,
        outcome,
        nothingToCheck: outcome === 'none' && isRequest(message.text),
        near: Math.min(decision.near, weights.named.count),
        ...compareOnce(best),
      };
    },
  };

  function rank(message: Message, excluded: ReadonlySet<number> | undefined): Ranked[] {
    return shortlist(message, excluded)
      .map(({ document, features }) => ({ document, features, score: score(features) }))
      .sort((one, other) => other.score - one.score || one.document - other.document);
  }

  function compareWith({ text }: Message, document: number): Comparison {
    const statement = statements[document];
    return statement
      ? compare(text, statement, rarityOf, isEnglish(document))
      : { differences: [], evidence: noEvidence };
  }
}

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

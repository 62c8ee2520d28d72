import { buildStore, type PackedStore } from './build-store.ts';
import { openEntailment } from './entailment/entail.ts';
import entailment from './entailment/entailment.json' with { type: 'json' };
import { fileToParameters } from './entailment/parameters.ts';
import { openCitations } from './index/citations.ts';
import { idsOf, openIndex } from './index/statement-index.ts';
import type { CreateMatcher, Evidence, Match, StoredStatements } from './matcher.ts';
import model from './outcome/decision.json' with { type: 'json' };
import { openDecisions } from './outcome/decision.ts';
import { createCandidateReader } from './outcome/read-candidates.ts';
import type { Excluded } from './ranking/candidates.ts';
import { createRanker } from './ranking/ranker.ts';
import { createSearch } from './ranking/search.ts';
import { allSteps, openShortlister } from './ranking/shortlist.ts';
import weights from './ranking/weights.json' with { type: 'json' };
import { shippedLexicon } from './shipped-lexicon.ts';
import { readMessage } from './text/message.ts';
import { isRequest, isSmallTalk } from './text/nothing-to-check.ts';
import { haveSameWords } from './text/same-words.ts';

const entail = openEntailment(
  fileToParameters(entailment, shippedLexicon.dimensions),
  shippedLexicon,
);
const decideFor = openDecisions(model, entail, shippedLexicon);

/** Finds statements as `docs/matching.md` describes, with the weights that are shipped. */
export const createMatcher: CreateMatcher = (statements) => {
  const stored: StoredStatements =
    'store' in statements
      ? statements
      : {
          ids: idsOf(statements),
          at: (place) => statements[place],
          store: buildStore(statements),
        };
  const { ids } = stored;
  // Whoever passes a store got it from `buildStore`; typed arrays say nothing of what they mean.
  const store = stored.store as PackedStore;
  const index = openIndex(store.index, ids, shippedLexicon);
  const shortlister = openShortlister(index, shippedLexicon, allSteps, () => store.spelling);
  const score = createRanker(weights.ranker);
  const decide = decideFor(ids.length);
  const readCandidates = createCandidateReader(stored, index, shippedLexicon);
  const findCiting = openCitations(store.citations);
  const idAt = (document: number): string => ids.at(document) ?? '';

  return {
    search: createSearch(index, store.wordOrder),
    haveSameWords,
    citing: (text) => findCiting(readMessage(text).urls).map(idAt),
    match(text, { limit = 10, exclude, strictness = 'balanced' } = {}): Match {
      const message = readMessage(text);
      const isChat = message.urls.length === 0 && isSmallTalk(message.text);
      if (isChat) return { ...nothingFound, nothingToCheck: true };
      const excluded: Excluded | undefined = exclude && {
        has: (document) => exclude.has(idAt(document)),
      };
      const correctWord = shortlister.newCorrector();
      const ranked = shortlister
        .shortlist(message, correctWord, excluded)
        .map(({ document, features }) => ({ document, features, score: score(features) }))
        .sort((one, other) => other.score - one.score || one.document - other.document);
      const read = readCandidates(message.text, correctWord);
      const decision = decide(ranked, read, strictness);
      const best = decision?.ranked[0];
      if (!decision || !best) return { ...nothingFound, nothingToCheck: isRequest(message.text) };
      return {
        ranking: decision.ranked.slice(0, limit).map(({ document, score }) => ({
          id: idAt(document),
          score,
        })),
        confidence: decision.confidence,
        outcome: decision.outcome,
        nothingToCheck: decision.outcome === 'none' && isRequest(message.text),
        near: decision.near,
        differences: decision.differences,
        evidence: read(best.document).gatherEvidence(),
      };
    },
  };
};

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

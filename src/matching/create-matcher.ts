import { createCitations } from './index/citations.ts';
import lexiconFile from './index/lexicon.json' with { type: 'json' };
import { createLexicon } from './index/lexicon.ts';
import type { CreateMatcher, Evidence, Match } from './matcher.ts';
import model from './outcome/decision.json' with { type: 'json' };
import { createDecide } from './outcome/decision.ts';
import { createCandidateReader } from './outcome/read-candidates.ts';
import { createRanker } from './ranking/ranker.ts';
import { createSearch } from './ranking/search.ts';
import { createShortlister } from './ranking/shortlist.ts';
import weights from './ranking/weights.json' with { type: 'json' };
import { readMessage } from './text/message.ts';
import { isRequest, isSmallTalk } from './text/nothing-to-check.ts';

/** The words that are shipped. */
const shipped = createLexicon(lexiconFile);

/** Finds statements as `docs/matching.md` describes, with the weights that are shipped. */
export const createMatcher: CreateMatcher = (statements) => {
  const shortlister = createShortlister(statements, shipped);
  const { index, shortlist } = shortlister;
  const score = createRanker(weights.ranker);
  const decide = createDecide(model, statements.length);
  const reader = createCandidateReader(statements, shortlister, shipped);
  const documents = new Map(index.ids.map((id, document) => [id, document]));

  const findCiting = createCitations(statements);

  return {
    search: createSearch(index),
    citing: (text) => findCiting(readMessage(text).urls),
    match(text, { limit = 10, exclude, strictness = 'balanced' } = {}): Match {
      const message = readMessage(text);
      const isChat = message.urls.length === 0 && isSmallTalk(message.text);
      if (isChat) return { ...nothingFound, nothingToCheck: true };
      const ranked = shortlist(message, exclude && toDocuments(exclude, documents))
        .map(({ document, features }) => ({ document, features, score: score(features) }))
        .sort((one, other) => other.score - one.score || one.document - other.document);
      const read = reader.read(message.text);
      const decision = decide(ranked, read, strictness);
      const best = decision?.ranked[0];
      if (!decision || !best) return { ...nothingFound, nothingToCheck: isRequest(message.text) };
      return {
        ranking: decision.ranked.slice(0, limit).map(({ document, score }) => ({
          id: index.ids[document] ?? '',
          score,
        })),
        confidence: decision.confidence,
        outcome: decision.outcome,
        nothingToCheck: decision.outcome === 'none' && isRequest(message.text),
        near: decision.near,
        differences: decision.differences,
        evidence: read(best.document).comparison.evidence,
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

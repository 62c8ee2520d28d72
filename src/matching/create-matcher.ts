import type { Candidate, CreateMatcher, Match, Statement, Strictness } from './matcher.ts';
import { stemWord } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { normaliseText, splitWords } from './text.ts';

/** Share of what the text says, weighed by rarity, that the best candidate must hold. */
const neededCoverage: Readonly<Record<Strictness, number>> = {
  strict: 0.75,
  balanced: 0.6,
  lenient: 0.45,
};

/** Okapi BM25's usual constants (Robertson and Zaragoza, 2009). */
const k1 = 1.2;
const b = 0.5;

interface Document {
  readonly id: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export const createMatcher: CreateMatcher = (statements) => {
  /** Every word of the statements, folded, with its term. */
  const vocabulary = new Map<string, string>();
  const documents = statements.map((statement) => toDocument(statement, vocabulary));
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length || 1;
  const postings = new Map<string, Document[]>();
  for (const document of documents) {
    for (const term of document.counts.keys()) {
      const holders = postings.get(term);
      if (holders) holders.push(document);
      else postings.set(term, [document]);
    }
  }

  const rarity = (holders: number) =>
    Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
  const unknown = rarity(0);

  function rank(terms: ReadonlyMap<string, number>, exclude?: ReadonlySet<string>): Candidate[] {
    const scores = new Map<Document, number>();
    for (const [term, weight] of terms) {
      const holders = postings.get(term) ?? [];
      for (const document of holders) {
        const count = document.counts.get(term) ?? 0;
        const saturation = count + k1 * (1 - b + (b * document.length) / meanLength);
        const gain = (weight * rarity(holders.length) * count * (k1 + 1)) / saturation;
        scores.set(document, (scores.get(document) ?? 0) + gain);
      }
    }
    return [...scores]
      .filter(([document]) => !exclude?.has(document.id))
      .sort((one, other) => other[1] - one[1])
      .map(([{ id }, score]) => ({ id, score }));
  }

  const byId = new Map(documents.map((document) => [document.id, document]));

  function coverage(terms: Iterable<string>, document: Document): number {
    let held = 0;
    let all = 0;
    for (const term of terms) {
      const weight = postings.has(term) ? rarity(postings.get(term)?.length ?? 0) : unknown;
      all += weight;
      if (document.counts.has(term)) held += weight;
    }
    return all === 0 ? 0 : held / all;
  }

  return {
    match(text, { limit = 10, exclude, strictness = 'balanced' } = {}): Match {
      const terms = new Map([...contentTerms(text)].map((term) => [term, 1]));
      const ranking = rank(terms, exclude).slice(0, limit);
      const coverages = ranking.map(({ id }) => {
        const document = byId.get(id);
        return document ? coverage(terms.keys(), document) : 0;
      });
      const [confidence = 0] = coverages;
      const [best, second] = ranking;
      const isSure = confidence >= neededCoverage[strictness];
      const asGood = ranking.filter(({ score }) => best && score > 0.8 * best.score).length;
      const outcome = !isSure ? 'none' : second && asGood > 1 ? 'ambiguous' : 'match';
      const near =
        outcome === 'ambiguous'
          ? Math.min(3, asGood)
          : Math.min(3, coverages.filter((value) => value >= 0.3).length);
      return {
        ranking,
        confidence,
        outcome,
        nothingToCheck: terms.size === 0,
        differences: [],
        evidence: { words: [], wording: undefined, numbers: [], names: [] },
        near,
      };
    },

    search(words, limit) {
      const folded = splitWords(normaliseText(words)).map((word) => word.folded);
      const unfinished = folded.at(-1);
      const terms = new Map(folded.map((word) => [stemWord(word), 1]));
      if (unfinished !== undefined) {
        for (const [word, term] of vocabulary) {
          if (word.startsWith(unfinished) && !terms.has(term)) terms.set(term, 0.5);
        }
      }
      return rank(terms).slice(0, limit);
    },
  };
};

function toDocument(statement: Statement, vocabulary: Map<string, string>): Document {
  const { id, text, title, subtitle, wordings, topics, claimant } = statement;
  const counts = new Map<string, number>();
  let length = 0;
  for (const field of [text, title, subtitle, claimant, ...(wordings ?? []), ...(topics ?? [])]) {
    for (const word of splitWords(normaliseText(field ?? ''))) {
      const term = vocabulary.get(word.folded) ?? stemWord(word.folded);
      vocabulary.set(word.folded, term);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      length += 1;
    }
  }
  return { id, counts, length };
}

/** The stems of the words that say what a text is about, each once. */
function contentTerms(text: string): Set<string> {
  const words = splitWords(normaliseText(text)).map(({ folded }) => folded);
  return new Set(words.filter((word) => !stopWords.has(word)).map(stemWord));
}

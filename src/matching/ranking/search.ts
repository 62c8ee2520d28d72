import type { StringList } from '../../packed/packed-strings.ts';
import { highestImpact } from '../index/postings.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import { unknownTerm, type Vocabulary } from '../index/vocabulary.ts';
import type { Candidate } from '../matcher.ts';
import { firstFrom } from '../text/sorted-words.ts';
import { eachTerm } from '../text/terms.ts';
import { normaliseText, splitWords } from '../text/text.ts';
import { createCandidateFinder, type WantedTerm } from './candidates.ts';

/** Of the words that an unfinished one may become, the most frequent; the others would hardly be meant. */
const mostCompletions = 40;

/** An unfinished word counts less than one that is typed in full. */
const completionWeight = 0.6;

/** Places of the words that can be looked for, in alphabetical order. */
export function packWordOrder({ words, wordTerms }: Vocabulary): Uint32Array<ArrayBuffer> {
  const found = Array.from(wordTerms, (term, place) => ({ term, place, word: words.at(place) }))
    .filter(({ term }) => term >= 0)
    .sort((one, other) => (one.word < other.word ? -1 : 1));
  return Uint32Array.from(found, ({ place }) => place);
}

/**
 * Ranks statements for words being typed, by BM25 alone: people who search want to see what is there. Scores are shares of what the
 * words could come to, so that those of several stores stand beside one another.
 */
export function createSearch(
  index: StatementIndex,
  wordOrder: Uint32Array,
): (words: string, limit: number) => readonly Candidate[] {
  const { vocabulary, rarities, postingStarts } = index;
  const findCandidates = createCandidateFinder(index);
  const { words: known, wordTerms } = vocabulary;
  const sorted: StringList = {
    length: wordOrder.length,
    at: (at) => known.at(wordOrder[at] ?? -1),
  };
  const holders = (term: number) => (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);

  const completions = (prefix: string): number[] => {
    const terms = new Set<number>();
    for (let at = firstFrom(sorted, prefix); sorted.at(at).startsWith(prefix); at += 1) {
      terms.add(wordTerms[wordOrder[at] as number] as number);
    }
    return [...terms].sort((one, other) => holders(other) - holders(one)).slice(0, mostCompletions);
  };

  return (words, limit) => {
    const typed = splitWords(normaliseText(words)).slice(0, 50);
    const weights = new Map<number, number>();
    let unknown = 0;
    eachTerm(typed, vocabulary.termOf, (term) => {
      if (term >= 0) weights.set(term, rarities[term] ?? 0);
      else if (term === unknownTerm) unknown += 1;
    });
    let ideal = unknown * index.unknownRarity;
    for (const weight of weights.values()) ideal += weight;
    const unfinished = typed.at(-1)?.folded;
    if (unfinished !== undefined && unfinished.length > 1) {
      for (const term of completions(unfinished)) {
        if (!weights.has(term)) weights.set(term, (rarities[term] ?? 0) * completionWeight);
      }
    }
    const wanted: WantedTerm[] = [...weights].map(([term, weight]) => ({ term, weight }));
    return findCandidates(wanted, limit, undefined).map(({ document, score }) => ({
      id: index.ids[document] ?? '',
      score: score / ((ideal || 1) * highestImpact),
    }));
  };
}

import type { StatementIndex } from '../index/statement-index.ts';
import { unknownTerm } from '../index/vocabulary.ts';
import type { Candidate } from '../matcher.ts';
import { firstFrom } from '../text/sorted-words.ts';
import { eachTerm } from '../text/terms.ts';
import { normaliseText, splitWords } from '../text/text.ts';
import { createCandidateFinder, type WantedTerm } from './candidates.ts';

/** Of the words that an unfinished one may become, the most frequent; the others would hardly be meant. */
const mostCompletions = 40;

/** An unfinished word counts less than one that is typed in full. */
const completionWeight = 0.6;

/** Ranks statements for words being typed, by BM25 alone: people who search want to see what is there. */
export function createSearch(
  index: StatementIndex,
): (words: string, limit: number) => readonly Candidate[] {
  const { vocabulary, rarities, postingStarts } = index;
  const findCandidates = createCandidateFinder(index);
  const sorted = [...vocabulary.words.keys()].filter((word) => vocabulary.termOf(word) >= 0).sort();
  const holders = (term: number) => (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);

  const completions = (prefix: string): number[] => {
    const terms = new Set<number>();
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at += 1) {
      terms.add(vocabulary.termOf(sorted[at] ?? ''));
    }
    return [...terms].sort((one, other) => holders(other) - holders(one)).slice(0, mostCompletions);
  };

  return (words, limit) => {
    const typed = splitWords(normaliseText(words)).slice(0, 50);
    const weights = new Map<number, number>();
    eachTerm(typed, vocabulary.termOf, (term) => {
      if (term > unknownTerm && term >= 0) weights.set(term, rarities[term] ?? 0);
    });
    const unfinished = typed.at(-1)?.folded;
    if (unfinished !== undefined && unfinished.length > 1) {
      for (const term of completions(unfinished)) {
        if (!weights.has(term)) weights.set(term, (rarities[term] ?? 0) * completionWeight);
      }
    }
    const wanted: WantedTerm[] = [...weights].map(([term, weight]) => ({ term, weight }));
    return findCandidates(wanted, limit, undefined).map(({ document, score }) => ({
      id: index.ids[document] ?? '',
      score,
    }));
  };
}

import { firstFrom } from '../../packed/first-from.ts';
import type { StringList } from '../../packed/packed-strings.ts';
import { eachTerm } from '../index/each-term.ts';
import { highestImpact, impactUnit } from '../index/postings.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import { stopTerm, unknownTerm } from '../index/vocabulary.ts';
import type { WordReadings } from '../index/word-readings.ts';
import type { ScoredStatements } from '../matcher.ts';
import { normaliseText, splitWords } from '../text/text.ts';

/** Of the words that an unfinished one may become, the most frequent; the others would hardly be meant. */
const mostCompletions = 40;

/** An unfinished word counts less than one that is typed in full. */
const completionWeight = 0.6;

/** Places of the words that can be looked for, in alphabetical order. */
export function packWordOrder({ wordTerms, wordOrder }: WordReadings): Uint32Array<ArrayBuffer> {
  return wordOrder.filter((word) => wordTerms[word] !== stopTerm);
}

/**
 * Finds statements for words being typed, by BM25 alone: people who search want to see what is there. Scores are shares of what the
 * words could come to, so that those of several stores stand beside one another.
 */
export function createSearch(
  index: StatementIndex,
  wordOrder: Uint32Array,
): (words: string, passes: (place: number) => boolean) => ScoredStatements {
  const { vocabulary, rarities, postingStarts, postings, impacts } = index;
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

  /** The terms of the words, with what each counts, and what the words could come to. */
  const wantedTerms = (words: string) => {
    const typed = splitWords(normaliseText(words), 50);
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
    return { weights, ideal: ideal || 1 };
  };

  // Made once: new ones for each letter typed kept the garbage collector busy, in pauses of 5 to 40 ms among 300,000 statements.
  const totals = new Float32Array(index.ids.length);
  const found = new Uint32Array(index.ids.length);
  const addUp = (weights: ReadonlyMap<number, number>): void => {
    totals.fill(0);
    for (const [term, weight] of weights) {
      const end = postingStarts[term + 1] ?? 0;
      for (let at = postingStarts[term] ?? 0; at < end; at += 1) {
        const document = postings[at] as number;
        totals[document] = (totals[document] as number) + weight * (impacts[at] as number);
      }
    }
  };

  return (words, passes) => {
    const { weights, ideal } = wantedTerms(words);
    addUp(weights);
    const share = impactUnit / (ideal * highestImpact);
    let count = 0;
    for (let place = 0; place < totals.length; place += 1) {
      const total = totals[place] as number;
      if (total === 0 || !passes(place)) continue;
      found[count] = place;
      // What was looked at is no longer needed.
      totals[count] = total * share;
      count += 1;
    }
    return { places: found.subarray(0, count), scores: totals.subarray(0, count) };
  };
}

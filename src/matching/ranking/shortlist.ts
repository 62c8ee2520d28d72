import type { Lexicon } from '../index/lexicon.ts';
import { createKinFinder } from '../index/prefix-classes.ts';
import { buildIndex, type StatementIndex } from '../index/statement-index.ts';
import type { Statement } from '../matcher.ts';
import { correctFew } from '../spelling/correct-few.ts';
import {
  type CorrectWord,
  createSpeller,
  type PackedSpelling,
  packSpelling,
} from '../spelling/spelling.ts';
import type { Message } from '../text/message.ts';
import { wordToTerm } from '../text/terms.ts';
import { createCandidateFinder, type Excluded, type Found, type WantedTerm } from './candidates.ts';
import { createDescriber } from './describe-candidates.ts';
import type { Features } from './features.ts';
import { createQuestionReader, type Question } from './question.ts';

/** A statement that may be meant. */
export interface Shortlisted {
  readonly document: number;
  /** BM25. */
  readonly score: number;
  readonly features: Features;
}

export interface Shortlister {
  readonly index: StatementIndex;
  /** What words of one text that no statement has may stand for. */
  newCorrector(): CorrectWord;
  /** The statements to look at closely, by BM25. */
  shortlist(message: Message, correctWord: CorrectWord, excluded?: Excluded): Shortlisted[];
}

/** Steps that can be left out, to measure what they bring. */
export interface Steps {
  readonly spelling: boolean;
  readonly relatedWords: boolean;
}
export const allSteps: Steps = { spelling: true, relatedWords: true };

/** An unknown word as its nearest spelling, or else, if it is no English word, as the prefix class it belongs to. */
function createWordCorrector(
  index: StatementIndex,
  lexicon: Lexicon,
  spelling: PackedSpelling,
): CorrectWord {
  const spell = createSpeller(index, lexicon, spelling);
  const findClassmates = createKinFinder(index.foreignWords);
  return (folded) => {
    const spelled = spell(folded);
    if (spelled) return spelled;
    const { text } = wordToTerm(folded);
    const classmates = lexicon.placeOf(text) < 0 ? findClassmates(text) : undefined;
    return classmates && { terms: [classmates.term], trust: classmates.share };
  };
}

/** The right statement is hardly ever further down. */
const shortlistLength = 30;

/**
 * Nor is it, on any train split, behind the tenth with less than half the best score; looking closer at those would
 * double the cost of ranking.
 */
const alwaysKept = 10;
const leastOfBest = 0.5;

/** A related word counts less than the word itself, and those only loosely related would cost time for nothing. Tuned. */
const relatedWeight = 0.4;
const leastSimilarity = 0.5;

export function createShortlister(
  statements: readonly Statement[],
  lexicon: Lexicon,
  steps: Steps = allSteps,
): Shortlister {
  const index = buildIndex(statements, lexicon);
  return openShortlister(index, lexicon, steps, () => packSpelling(index));
}

/** A shortlister over an index and what spelling needs, both made before. */
export function openShortlister(
  index: StatementIndex,
  lexicon: Lexicon,
  steps: Steps,
  spelling: () => PackedSpelling,
): Shortlister {
  const correctWord = steps.spelling
    ? createWordCorrector(index, lexicon, spelling())
    : () => undefined;
  const readQuestion = createQuestionReader(index, lexicon);
  const findCandidates = createCandidateFinder(index);
  const describe = createDescriber(index, lexicon);

  const wantedTerms = ({ terms, related }: Question): WantedTerm[] => {
    const wanted: WantedTerm[] = terms.filter(({ term }) => term >= 0);
    if (!steps.relatedWords) return wanted;
    for (const { term, place, similarity, isSynonym } of related) {
      if (similarity < leastSimilarity) continue;
      const rarity = Math.min(index.rarities[term] ?? 0, terms[place]?.rarity ?? 0);
      const worth = isSynonym ? similarity : similarity * relatedWeight;
      wanted.push({ term, weight: rarity * worth });
    }
    return wanted;
  };

  return {
    index,
    newCorrector: () => correctFew(correctWord),
    shortlist(message, correct, excluded) {
      const question = readQuestion(message, correct);
      const found = withoutHopeless(
        findCandidates(wantedTerms(question), shortlistLength, excluded),
      );
      const features = describe(question, found);
      return found.map((candidate, at) => ({
        ...candidate,
        features: features[at] ?? [],
      }));
    },
  };
}

function withoutHopeless(found: readonly Found[]): readonly Found[] {
  const least = (found[0]?.score ?? 0) * leastOfBest;
  return found.filter(({ score }, rank) => rank < alwaysKept || score >= least);
}

import type { Difference, Match, Strictness } from '../matcher.ts';
import { decisionFeatures } from './decision-features.ts';
import type { DecisionModel } from './decision-model.ts';
import { hardDifferences } from './hard-differences.ts';
import type { ReadCandidate } from './read-candidates.ts';
import { isOneWord, saysTheSame } from './shared-words.ts';
import type { Scored } from './standing.ts';
import { probabilityOf } from './trees.ts';

/** A statement by its place, as the ranker sees it. */
export interface Ranked extends Scored {
  readonly document: number;
}

/** A candidate whose sentences were read beside the text. */
interface Judged extends Ranked {
  /** Probability that the text makes this claim. */
  readonly same: number;
  /** Probability that it makes it, or comes close to it. */
  readonly related: number;
  readonly differences: readonly Difference[];
  readonly apart: readonly Difference[];
  /** Of the differences, those told however sure it is. */
  readonly hard: readonly Difference[];
}

/** How the candidates stand, and what follows from it. */
export interface Decision {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  readonly confidence: number;
  readonly outcome: Match['outcome'];
  /** How many are near enough to be named. */
  readonly near: number;
  /** Between the text and the first. */
  readonly differences: readonly Difference[];
}

/** Of candidates ranked best first; undefined when there are none. */
export type Decide = (
  ranked: readonly Ranked[],
  read: (document: number) => ReadCandidate,
  strictness: Strictness,
) => Decision | undefined;

/** Candidates whose sentences are read, word against word: the right one is among them in 96 of 100 texts of `test/training`. */
const mostJudged = 3;

/** At worse odds than one in three a candidate is not worth a line. */
const worthNaming = 0.25;

/** Those near the first, by the ranker's odds; reading one takes about as long as finding all. */
/** The least probability of being close at which a word of the claim is said to be another in the text. */
const worthReplacing = 0.6;

function isReplaced({ asked, checked }: Difference): boolean {
  return asked !== '' && checked !== '';
}

/** By the ranker's odds, one in six. */
const farthestJudged = Math.log(6);

export function candidatesJudged<Candidate extends Scored>(
  ranked: readonly Candidate[],
): readonly Candidate[] {
  const least = (ranked[0]?.score ?? 0) - farthestJudged;
  return ranked.slice(0, mostJudged).filter(({ score }) => score >= least);
}

export function createDecide(model: DecisionModel, storeSize: number): Decide {
  const signOf = (key: string): number => model.signs[key] ?? 0;

  return (ranked, read, strictness) => {
    const first = ranked[0];
    if (first === undefined) return undefined;
    const judged = candidatesJudged(ranked).map((candidate, rank): Judged => {
      const { aligned, comparison, apart } = read(candidate.document);
      const values = decisionFeatures(ranked, rank, storeSize, aligned, signOf);
      return {
        ...candidate,
        same: probabilityOf(model.same, values),
        related: probabilityOf(model.related, values),
        differences: comparison.differences,
        apart,
        hard: hardDifferences(comparison.differences, aligned),
      };
    });
    const level = model.levels[strictness];
    const [best, second] = judged.toSorted((one, other) => other.same - one.same);
    if (best === undefined) return undefined;
    const decided = (
      chosen: Judged,
      outcome: Match['outcome'],
      differences = chosen.differences,
    ): Decision => ({
      ranked: [chosen, ...ranked.filter(({ document }) => document !== chosen.document)],
      confidence: chosen.same,
      outcome,
      near: judged.filter(({ related }) => related >= worthNaming).length,
      differences,
    });
    const [top, next] = judged;
    // What has the words of the claim or of one of its wordings, and no others, is this claim or its opposite, though it be
    // all that people share with it.
    if (top && saysTheSame(top) && !isOneWord(top) && !(next && saysTheSame(next)))
      return decided(top, 'match');
    // A word, a name for instance, is no statement, however rare it is.
    if (isOneWord(best)) return decided(best, 'none');
    if (best.same >= level.same) return decided(best, 'match', best.hard);
    // One of several, but the text does not tell which.
    const isOpen = second !== undefined && second.same >= best.same / 2;
    if (isOpen && best.same + second.same >= level.same)
      return { ...decided(best, 'ambiguous'), near: 2 };
    // Close to a claim, and what differs can be named: another word in the place of the claim's, or what is left over.
    const close = judged
      .filter(({ related, hard, apart }) =>
        hard.some(isReplaced)
          ? related >= worthReplacing
          : apart.length > 0 && related >= level.related,
      )
      .toSorted(
        (one, other) =>
          Number(other.hard.some(isReplaced)) - Number(one.hard.some(isReplaced)) ||
          other.related - one.related,
      )[0];
    return close ? { ...decided(close, 'match'), differences: close.apart } : decided(best, 'none');
  };
}

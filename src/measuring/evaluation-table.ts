import { createMatcherWith } from '../matching/create-matcher.ts';
import lexiconFile from '../matching/index/lexicon.json' with { type: 'json' };
import trained from '../matching/ranking/weights.json' with { type: 'json' };
import type { Weights } from '../matching/ranking/weights.ts';
import type { DataSet } from './data-set.ts';
import {
  type Answerer,
  type Evaluation,
  matcherToAnswerer,
  observe,
  summarise,
} from './evaluate.ts';
import { createMiniSearchPeer } from './minisearch-peer.ts';
import { trainWithoutFold } from './train.ts';
import { foldOf, folds } from './train-weights.ts';

const heading = [
  'set',
  'matcher',
  'queries',
  'MAP@5',
  'twins',
  'P@1',
  'S@10',
  'AUROC',
  'answered',
  'rightly',
  'ECE',
];

/**
 * The matcher and its peer on each set, a row each. On the split that its weights were fitted on, the matcher answers
 * each query with weights fitted on the others; `folder` holds what they are fitted on.
 */
export function evaluationTable(
  sets: readonly DataSet[],
  folder: string,
  split: string,
): readonly (readonly string[])[] {
  const rows = sets.flatMap((set) => [
    evaluationRow(
      set.name,
      'factbot',
      split === 'train' ? crossEvaluate(set, folder) : evaluate(set, trained),
    ),
    ...evaluatePeer(set, false),
    ...evaluatePeer(set, true),
  ]);
  return [heading, ...rows];
}

function evaluate(set: DataSet, weights: Weights): Evaluation {
  return summarise(observe(set, matcherToAnswerer(createMatcherWith(weights, set.claims))), true);
}

/** Each query with weights fitted on the other queries. */
function crossEvaluate(set: DataSet, folder: string): Evaluation {
  const seen = Array.from({ length: folds }, (_, fold) => {
    const queries = set.queries.filter(({ id }) => foldOf(id.split('~')[0] ?? id) === fold);
    const weights = { ...trained, ...trainWithoutFold(folder, lexiconFile, fold) };
    return observe({ ...set, queries }, matcherToAnswerer(createMatcherWith(weights, set.claims)));
  });
  return summarise(seen.flat(), true);
}

/** With its score as confidence, which is what it offers, and with the margin over the runner-up. */
function evaluatePeer(set: DataSet, isFuzzy: boolean): string[][] {
  const peer = createMiniSearchPeer(set.claims, isFuzzy);
  const name = isFuzzy ? 'MiniSearch, fuzzy' : 'MiniSearch';
  const answer =
    (confidence: (first: number, second: number) => number): Answerer =>
    (text, exclude) => {
      const found = peer.search(text).filter(({ id }) => !exclude.has(id));
      return {
        ranking: found.slice(0, 10).map(({ id }) => id),
        confidence: confidence(found[0]?.score ?? 0, found[1]?.score ?? 0),
      };
    };
  return [
    evaluationRow(
      '',
      `${name}, score`,
      summarise(
        observe(
          set,
          answer((first) => first),
        ),
        false,
      ),
    ),
    evaluationRow(
      '',
      `${name}, margin`,
      summarise(
        observe(
          set,
          answer((first, second) => first - second),
        ),
        false,
      ),
    ),
  ];
}

function evaluationRow(set: string, who: string, result: Evaluation): string[] {
  const share = (value: number) => value.toFixed(3);
  return [
    set,
    who,
    String(result.queries),
    share(result.map5),
    share(result.map5WithTwins),
    share(result.precisionAt1),
    share(result.successAt10),
    share(result.areaUnderRoc),
    share(result.answered),
    share(result.answeredRightly),
    result.calibrationError === undefined ? '–' : share(result.calibrationError),
  ];
}

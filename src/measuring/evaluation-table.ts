import { createMatcher } from '../matching/create-matcher.ts';
import type { DataSet } from './data-set.ts';
import {
  type Answerer,
  type Evaluation,
  matcherToAnswerer,
  observe,
  summarise,
} from './evaluate.ts';
import { createMiniSearchPeer } from './minisearch-peer.ts';

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

/** The matcher and its peer on each set, a row each. */
export function evaluationTable(sets: readonly DataSet[]): readonly (readonly string[])[] {
  const rows = sets
    .flatMap(withUnsigned)
    .flatMap((set) => [
      evaluationRow(set.name, 'factbot', evaluate(set)),
      ...evaluatePeer(set, false),
      ...evaluatePeer(set, true),
    ]);
  return [heading, ...rows];
}

const signature = /\s*—[^—]*\(@\w+\)[^—]*$/u;

/** A set of signed posts a second time without "— Name (@handle) date": who asks in a chat does not tell who said it, or when. */
function withUnsigned(set: DataSet): DataSet[] {
  const queries = set.queries.map((query) => ({
    ...query,
    text: query.text.replace(signature, ''),
  }));
  const isSigned = queries.some(({ text }, at) => text !== set.queries[at]?.text);
  return isSigned ? [set, { ...set, name: `${set.name}, unsigned`, queries }] : [set];
}

function evaluate(set: DataSet): Evaluation {
  return summarise(observe(set, matcherToAnswerer(createMatcher(set.claims))), true);
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

import { createMatcherWith } from '../matching/create-matcher.ts';
import lexiconFile from '../matching/index/lexicon.json' with { type: 'json' };
import trained from '../matching/ranking/weights.json' with { type: 'json' };
import type { Weights } from '../matching/ranking/weights.ts';
import { measureSteps } from '../measuring/ablation.ts';
import { type DataSet, readDataSet } from '../measuring/data-set.ts';
import {
  type Answerer,
  type Evaluation,
  matcherToAnswerer,
  observe,
  summarise,
} from '../measuring/evaluate.ts';
import { createMiniSearchPeer } from '../measuring/minisearch-peer.ts';
import { strictnessTable, turningPointsTable } from '../measuring/strictness.ts';
import { renderTable } from '../measuring/table.ts';
import { trainWithoutFold } from '../measuring/train.ts';
import { foldOf, folds } from '../measuring/train-weights.ts';
import { ArgumentError, runProgram } from '../program.ts';

const description = {
  command: 'npm run eval',
  does: 'Measures the matcher and its peer, MiniSearch, on labelled data.',
  options: {
    data: {
      type: 'string',
      value: 'DIR',
      says: 'Where the data is; docs/matching.md says what it holds. Needed.',
    },
    sets: {
      type: 'string',
      default: 'ct20,ct22,tipline',
      value: 'NAMES',
      says: 'Folders of it, by commas.',
    },
    split: { type: 'string', default: 'dev', value: 'NAME', says: 'The part of each set.' },
    limit: {
      type: 'string',
      default: '1000',
      value: 'NUMBER',
      says: 'Queries of each set, evenly spread.',
    },
    ablation: {
      type: 'boolean',
      default: false,
      says: 'Shows instead what each step of the matcher adds.',
    },
  },
  examples: [
    'npm run eval -- --data ../claims-data',
    'npm run eval -- --data ../claims-data --sets ct22 --ablation',
  ],
  exitCodes: { 0: 'It is measured.', 1: 'The data can’t be read, or holds mistakes.' },
} as const;

interface Flags {
  readonly data?: string | undefined;
  readonly sets: string;
  readonly split: string;
  readonly limit: string;
  readonly ablation: boolean;
}

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

async function main({ data: folder, split, ablation, ...written }: Flags): Promise<void> {
  const limit = Number(written.limit);
  if (folder === undefined) throw new ArgumentError('Say where the data is: --data DIR.');
  if (!(limit >= 1)) throw new ArgumentError(`--limit ${written.limit} is no number from 1.`);
  const sets = written.sets
    .split(',')
    .map((name) => everyNth(readDataSet(folder, name, split), limit));
  if (ablation) {
    console.log(renderTable(measureSteps(folder, sets, lexiconFile)));
    return;
  }
  // Nothing may be measured on texts that the weights were fitted on.
  const isTrained = split === 'train';
  const rows = sets.flatMap((set) => [
    evaluationRow(
      set.name,
      'factbot',
      isTrained ? crossEvaluate(set, folder) : evaluate(set, trained),
    ),
    ...evaluatePeer(set, false),
    ...evaluatePeer(set, true),
  ]);
  console.log(renderTable([heading, ...rows]));
  if (!isTrained) {
    console.log(`\n${renderTable(strictnessTable(sets, trained))}`);
    console.log(`\n${renderTable(turningPointsTable(trained))}`);
  }
}

/** At most `limit` queries, evenly spread: rewritten tweets come by the thousand and much alike. */
function everyNth(set: DataSet, limit: number): DataSet {
  const step = Math.ceil(set.queries.length / limit);
  return { ...set, queries: set.queries.filter((_, at) => at % step === 0) };
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

await runProgram(description, ({ values }) => main(values));

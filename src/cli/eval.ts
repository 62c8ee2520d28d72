import { join } from 'node:path';
import { createMatcher } from '../matching/create-matcher.ts';
import lexiconFile from '../matching/index/lexicon.json' with { type: 'json' };
import { measureSteps } from '../measuring/ablation.ts';
import { type DataSet, readClaims, readDataSet } from '../measuring/data-set.ts';
import {
  type Answerer,
  type Evaluation,
  matcherToAnswerer,
  observe,
  summarise,
} from '../measuring/evaluate.ts';
import { createMiniSearchPeer } from '../measuring/minisearch-peer.ts';
import { askPacks, packTable, reliabilityTable, sortTable } from '../measuring/pack-table.ts';
import { strictnessTable } from '../measuring/strictness.ts';
import { renderTable } from '../measuring/table.ts';
import { readTrainingPacks, type Split } from '../measuring/training-packs.ts';
import { ArgumentError, runProgram } from '../program.ts';

const description = {
  command: 'npm run eval',
  does: 'Measures the matcher and its peer, MiniSearch, on labelled data.',
  options: {
    data: {
      type: 'string',
      value: 'DIR',
      says: 'Where public data sets are; docs/matching.md says what it holds. Without it: the packs only.',
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
    packs: {
      type: 'string',
      default: 'choose',
      value: 'SPLIT',
      says: 'Which packs of test/training to ask: choose, or sealed, which is opened for the record only.',
    },
    ablation: {
      type: 'boolean',
      default: false,
      says: 'Shows instead what each step of the matcher adds.',
    },
  },
  examples: [
    'npm run eval',
    'npm run eval -- --data ../claims-data',
    'npm run eval -- --data ../claims-data --sets ct22 --ablation',
  ],
  exitCodes: { 0: 'It is measured.', 1: 'The data can’t be read, or holds mistakes.' },
} as const;

interface Flags {
  readonly data?: string | undefined;
  readonly sets: string;
  readonly split: string;
  readonly packs: string;
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

async function main({ data: folder, split, packs, ablation, ...written }: Flags): Promise<void> {
  const limit = Number(written.limit);
  if (!(limit >= 1)) throw new ArgumentError(`--limit ${written.limit} is no number from 1.`);
  if (!isSplit(packs)) throw new ArgumentError(`--packs ${packs} is no split: choose or sealed.`);
  if (split === 'train') throw new ArgumentError('--split train: the weights were fitted on it.');
  if (folder === undefined && ablation)
    throw new ArgumentError('--ablation needs data: add --data DIR.');
  const sets =
    folder === undefined
      ? []
      : written.sets.split(',').map((name) => everyNth(readDataSet(folder, name, split), limit));
  if (folder !== undefined && ablation) {
    console.log(renderTable(measureSteps(folder, sets, lexiconFile)));
    return;
  }
  measurePacks(packs, folder);
  if (sets.length === 0) return;
  const rows = sets.flatMap((set) => [
    evaluationRow(set.name, 'factbot', evaluate(set)),
    ...evaluatePeer(set, false),
    ...evaluatePeer(set, true),
  ]);
  console.log(`\n${renderTable([heading, ...rows])}`);
  console.log(`\n${renderTable(strictnessTable(sets))}`);
}

function isSplit(name: string): name is Exclude<Split, 'learn'> {
  return name === 'choose' || name === 'sealed';
}

function measurePacks(split: Split, folder: string | undefined): void {
  const packs = readTrainingPacks(split);
  const archive = folder === undefined ? [] : readClaims(join(folder, 'ct22/claims.jsonl'));
  const alone = askPacks(packs, 'alone', createMatcher, []);
  console.log(
    renderTable(
      packTable({
        'packs alone': alone,
        merged: askPacks(packs, 'merged', createMatcher, []),
        ...(archive.length > 0 && {
          [`among ${archive.length} others`]: askPacks(packs, 'archive', createMatcher, archive),
        }),
      }),
    ),
  );
  console.log(`\n${renderTable(sortTable(alone))}`);
  console.log(`\n${renderTable(reliabilityTable(alone))}`);
}

/** At most `limit` queries, evenly spread: rewritten tweets come by the thousand and much alike. */
function everyNth(set: DataSet, limit: number): DataSet {
  const step = Math.ceil(set.queries.length / limit);
  return { ...set, queries: set.queries.filter((_, at) => at % step === 0) };
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

await runProgram(description, ({ values }) => main(values));

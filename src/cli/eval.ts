import { join } from 'node:path';
import { createMatcher } from '../matching/create-matcher.ts';
import lexiconFile from '../matching/index/lexicon.json' with { type: 'json' };
import type { Strictness } from '../matching/matcher.ts';
import weights from '../matching/ranking/weights.json' with { type: 'json' };
import { measureSteps } from '../measuring/ablation.ts';
import { type DataSet, readClaims, readDataSet } from '../measuring/data-set.ts';
import { evaluationTable } from '../measuring/evaluation-table.ts';
import { importanceTable } from '../measuring/importance-table.ts';
import { leaveOneOut } from '../measuring/leave-one-out.ts';
import {
  askPacks,
  levelTable,
  packTable,
  reliabilityTable,
  sortTable,
} from '../measuring/pack-table.ts';
import { strictnessTable } from '../measuring/strictness.ts';
import { renderTable } from '../measuring/table.ts';
import { readTrainingPacks, type Split, splits } from '../measuring/training-packs.ts';
import { print } from '../print.ts';
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
      says: 'Which packs of test/training to ask: choose, or one of sealed-5 to sealed-10, which are opened for the record only.',
    },
    'leave-one-out': {
      type: 'boolean',
      default: false,
      says: 'Shows instead what the decision loses without each of its rules and each group of its features. Takes half an hour.',
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
    'npm run eval -- --leave-one-out',
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
  readonly 'leave-one-out': boolean;
}

async function main({ data: folder, split, packs, ablation, ...written }: Flags): Promise<void> {
  const limit = Number(written.limit);
  if (!(limit >= 1)) throw new ArgumentError(`--limit ${written.limit} is no number from 1.`);
  if (!isSplit(packs))
    throw new ArgumentError(`--packs ${packs} is no split: ${splits.join(', ')}.`);
  if (split === 'train') throw new ArgumentError('--split train: the weights were fitted on it.');
  if (folder === undefined && ablation)
    throw new ArgumentError('--ablation needs data: add --data DIR.');
  if (written['leave-one-out']) {
    const packs = { learn: readTrainingPacks('learn'), choose: readTrainingPacks('choose') };
    for (const row of leaveOneOut(packs, lexiconFile, weights.ranker)) print(row);
    return;
  }
  const sets =
    folder === undefined
      ? []
      : written.sets.split(',').map((name) => everyNth(readDataSet(folder, name, split), limit));
  if (folder !== undefined && ablation) {
    print(renderTable(measureSteps(folder, sets, lexiconFile)));
    return;
  }
  measurePacks(packs, folder);
  if (sets.length === 0) return;
  print(`\n${renderTable(evaluationTable(sets))}`);
  print(`\n${renderTable(strictnessTable(sets))}`);
}

function isSplit(name: string): name is Exclude<Split, 'learn'> {
  return name !== 'learn' && splits.some((split) => split === name);
}

function measurePacks(split: Split, folder: string | undefined): void {
  const packs = readTrainingPacks(split);
  const archive = folder === undefined ? [] : readClaims(join(folder, 'ct22/claims.jsonl'));
  const alone = askPacks(packs, 'alone', createMatcher, []);
  print(
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
  print(`\n${renderTable(sortTable(alone))}`);
  const at = (level: Strictness) => askPacks(packs, 'alone', createMatcher, [], level);
  const levels = { strict: at('strict'), balanced: alone, lenient: at('lenient') };
  print(`\n${renderTable(levelTable(levels))}`);
  print(`\n${renderTable(reliabilityTable(alone))}`);
  print(`\n${renderTable(importanceTable())}`);
}

/** At most `limit` queries, evenly spread: rewritten tweets come by the thousand and much alike. */
function everyNth(set: DataSet, limit: number): DataSet {
  const step = Math.ceil(set.queries.length / limit);
  return { ...set, queries: set.queries.filter((_, at) => at % step === 0) };
}

await runProgram(description, ({ values }) => main(values));

import lexiconFile from '../matching/index/lexicon.json' with { type: 'json' };
import trained from '../matching/ranking/weights.json' with { type: 'json' };
import { measureSteps } from '../measuring/ablation.ts';
import { type DataSet, readDataSet } from '../measuring/data-set.ts';
import { evaluationTable } from '../measuring/evaluation-table.ts';
import { strictnessTable, turningPointsTable } from '../measuring/strictness.ts';
import { renderTable } from '../measuring/table.ts';
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
  console.log(renderTable(evaluationTable(sets, folder, split)));
  if (split !== 'train') {
    console.log(`\n${renderTable(strictnessTable(sets, trained))}`);
    console.log(`\n${renderTable(turningPointsTable(trained))}`);
  }
}

/** At most `limit` queries, evenly spread: rewritten tweets come by the thousand and much alike. */
function everyNth(set: DataSet, limit: number): DataSet {
  const step = Math.ceil(set.queries.length / limit);
  return { ...set, queries: set.queries.filter((_, at) => at % step === 0) };
}

await runProgram(description, ({ values }) => main(values));

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dayOf } from '../core/claims/calendar.ts';
import type { LexiconFile } from '../matching/index/lexicon.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { learnWeights, withFirstDay } from '../measuring/learn-weights.ts';
import { trainLexicon } from '../measuring/train.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { systemClock } from '../system-clock.ts';

const lexiconPath = new URL('../matching/index/lexicon.json', import.meta.url);
const weightsPath = new URL('../matching/ranking/weights.json', import.meta.url);

const description = {
  command: 'npm run train',
  does: 'Learns words and weights from labelled data and writes them beside the matcher. Takes about a minute.',
  options: {
    data: {
      type: 'string',
      value: 'DIR',
      says: 'Where the data is; docs/matching.md says what it holds. Needed.',
    },
    'keep-lexicon': { type: 'boolean', default: false, says: 'Learns the weights only.' },
  },
  examples: ['npm run train -- --data ../claims-data'],
  exitCodes: {
    0: 'Words and weights are written.',
    1: 'The data can’t be read, or holds mistakes.',
  },
} as const;

async function main(folder: string | undefined, keepsLexicon: boolean): Promise<void> {
  if (folder === undefined) throw new ArgumentError('Say where the data is: --data DIR.');
  if (!keepsLexicon) {
    console.log('Learning words …');
    writeFileSync(lexiconPath, `${JSON.stringify(trainLexicon(folder), undefined, 2)}\n`);
  }
  const lexicon = JSON.parse(readFileSync(lexiconPath, 'utf8')) as LexiconFile;

  console.log('Learning to rank and when to be sure …');
  const learned = learnWeights(folder, lexicon, dayOf(systemClock()));
  const before = existsSync(weightsPath)
    ? (JSON.parse(readFileSync(weightsPath, 'utf8')) as Weights)
    : undefined;
  const weights = withFirstDay(learned, before);
  writeFileSync(weightsPath, `${JSON.stringify(weights, undefined, 2)}\n`);
  console.log(weights.provenance.measured, weights.strictness);
}

await runProgram(description, ({ values }) => main(values.data, values['keep-lexicon']));

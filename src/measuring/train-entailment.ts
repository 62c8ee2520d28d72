import { type EntailmentFile, valuesToBase64 } from '../matching/entailment/parameters.ts';
import type { Lexicon } from '../matching/index/lexicon.ts';
import type { DecisionExample } from './decision-examples.ts';
import { type EntailmentSettings, fitEntailment, type PairExample } from './fit-entailment.ts';

const settings: EntailmentSettings = {
  width: 48,
  rounds: 6,
  batch: 256,
  rate: 2e-3,
  forgotten: 0.3,
  seed: 1,
};

/** Words that texts or claims of fewer authors have are names, or words of one subject: they are known by the lexicon's vectors alone. */
const leastGroups = 5;

export type LearnedEntailment = Omit<EntailmentFile, 'provenance'>;

/** From the first candidates of examples whose pairs were kept. */
export function trainEntailment(
  examples: readonly DecisionExample[],
  lexicon: Lexicon,
  own: Partial<EntailmentSettings> = {},
): LearnedEntailment {
  const using = { ...settings, ...own };
  const words = commonWords(examples);
  const { values } = fitEntailment(examples.flatMap(firstPair), words, lexicon, using);
  return { width: using.width, words: words.join(' '), values: valuesToBase64(values) };
}

/** Where the claim is not in the store, the text stands beside others, as it does in `unanswerable` ones: that is learned already. */
function firstPair({ kind, weight, candidates }: DecisionExample): PairExample[] {
  const [first] = candidates;
  if (kind === 'hidden' || !first?.pair) return [];
  const { pair, isMeant } = first;
  return [{ pair, outcome: [kind === 'same' && isMeant, isMeant], weight }];
}

function commonWords(examples: readonly DecisionExample[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { group, candidates } of examples) {
    const { text = [], claim = [] } = candidates[0]?.pair ?? {};
    for (const { word } of [...text, ...claim]) {
      const known = groups.get(word) ?? new Set();
      groups.set(word, known.add(group));
    }
  }
  return [...groups].flatMap(([word, of]) => (of.size >= leastGroups ? [word] : [])).toSorted();
}

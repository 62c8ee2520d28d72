import { alignmentFeatureNames } from '../matching/alignment/align-with-claim.ts';
import { amountFeatureNames } from '../matching/alignment/amount-features.ts';
import { asideFeatureNames } from '../matching/alignment/aside-features.ts';
import { questionFeatureNames } from '../matching/alignment/question-features.ts';
import { wordFeatureNames } from '../matching/alignment/word-features.ts';
import { ruleNames } from '../matching/differences/compare.ts';
import { createLexicon, type LexiconFile } from '../matching/index/lexicon.ts';
import { judgeOf } from '../matching/outcome/judge.ts';
import { leadFeatureNames } from '../matching/outcome/lead-features.ts';
import type { Part } from '../matching/outcome/read-candidates.ts';
import { featureNames } from '../matching/ranking/features.ts';
import type { RankerWeights } from '../matching/ranking/ranker.ts';
import { type DecisionExample, packsToDecisionExamples } from './decision-examples.ts';
import { levelAt } from './decision-levels.ts';
import type { TreeSettings } from './fit-trees.ts';
import { type Judged, judgeWith, trainGrove } from './train-decision.ts';
import type { TrainingPack } from './training-packs.ts';

/** Fewer than are shipped: enough to tell rows apart, in a third of the time. */
const usualRounds = 300;

/** Figures are compared where so many unanswerable texts are answered, and so many of the same told of a difference. */
const allowed = { answered: 0.05, needless: 0.02 };

/** What a decision makes of *choose*. */
interface Figures {
  /** Mean negative log-likelihood. */
  readonly loss: number;
  /** In percent. */
  readonly right: number;
  readonly passedOff: number;
  readonly told: number;
}

interface Examples {
  readonly learn: readonly DecisionExample[];
  readonly choose: readonly DecisionExample[];
}

/**
 * One line for each rule, part and group of features that is left out: fitted anew on *learn*, measured on *choose*, each
 * against the decision with all of it. Lines come as they are known, since each takes its time.
 */
export function* leaveOneOut(
  { learn, choose }: Record<'learn' | 'choose', readonly TrainingPack[]>,
  lexiconFile: LexiconFile,
  ranker: RankerWeights,
  rounds = usualRounds,
): Generator<string> {
  const lexicon = createLexicon(lexiconFile);
  const examplesOf = (packs: readonly TrainingPack[], leftOut?: Part) =>
    packsToDecisionExamples(packs, 'alone', lexicon, ranker, [], { leftOut });
  const without = (leftOut?: Part): Examples => ({
    learn: examplesOf(learn, leftOut),
    choose: examplesOf(choose, leftOut),
  });
  const measure = (examples: Examples, seed = 1) => figuresOf(examples, { rounds, seed });
  const all = without();
  const rows: readonly (readonly [string, () => Figures])[] = [
    ['nothing, drawn anew', () => measure(all, 2)],
    ...ruleNames.map((rule) => [`rule: ${rule}`, () => measure(without(rule))] as const),
    ['thesaurus', () => measure(without('thesaurus'))],
    ['slips', () => measure(without('slips'))],
    ...groups.map(
      ([name, isIn]) => [`features: ${name}`, () => measure(silence(all, isIn))] as const,
    ),
    ['features: signs', () => measure(silence(all, () => false, true))],
  ];
  const whole = measure(all);
  yield line('left out', ['loss', 'right', 'passed off', 'told']);
  yield line('nothing', formatted(whole));
  for (const [name, measured] of rows) yield line(name, against(whole, measured()));
}

function against(whole: Figures, { loss, right, passedOff, told }: Figures): string[] {
  return [
    signed(loss - whole.loss, 4),
    signed(right - whole.right, 1),
    signed(passedOff - whole.passedOff, 1),
    signed(told - whole.told, 1),
  ];
}

type IsIn = (place: number) => boolean;

/** Groups of the features that no learned word goes into, by their places. */
const groups: readonly (readonly [string, IsIn])[] = [
  ['ranker', (place) => place < featureNames.length],
  ['standing', (place) => place >= featureNames.length && place < leadFeatureNames.length],
  ['words', isOneOf(wordFeatureNames)],
  ['amounts', isOneOf(amountFeatureNames)],
  ['denials', isOneOf(['deniedOnOneSide', 'denialsAsked', 'denialsChecked'])],
  ['questions', isOneOf(questionFeatureNames)],
  ['asides', isOneOf(asideFeatureNames)],
  ['rules', isOneOf(alignmentFeatureNames.filter((name) => name.startsWith('differences')))],
];

/** The alignment's features stand behind those of the ranking, some under the same names. */
function isOneOf(names: readonly string[]): IsIn {
  const places = new Set(
    names.map(
      (name) =>
        leadFeatureNames.length + (alignmentFeatureNames as readonly string[]).indexOf(name),
    ),
  );
  return (place) => places.has(place);
}

function silence({ learn, choose }: Examples, isIn: IsIn, losesWords = false): Examples {
  const nothing = { unpaired: [], openings: ['', '', ''], missing: [], shared: [] };
  const silent = (examples: readonly DecisionExample[]) =>
    examples.map((example) => ({
      ...example,
      candidates: example.candidates.map((candidate) => ({
        ...candidate,
        features: candidate.features.map((value, place) => (isIn(place) ? 0 : value)),
        ...(losesWords && { words: nothing }),
      })),
    }));
  return { learn: silent(learn), choose: silent(choose) };
}

function figuresOf({ learn, choose }: Examples, settings: Partial<TreeSettings>): Figures {
  const judged = choose
    .filter(({ kind }) => kind !== 'hidden')
    .map(judgeWith(judgeOf(trainGrove(learn, settings))));
  const level = levelAt(judged, allowed);
  const isAnswered = ({ same }: Judged) => same > level.same;
  const isTold = (one: Judged) =>
    !isAnswered(one) && one.related > level.related && one.candidate?.isApart === true;
  const percent = (kind: DecisionExample['kind'], is: (one: Judged) => boolean) => {
    const texts = judged.filter(({ example }) => example.kind === kind);
    return (100 * texts.filter(is).length) / texts.length;
  };
  return {
    loss: judged.reduce((sum, one) => sum + lossOf(one), 0) / judged.length,
    right: percent('same', (one) => isAnswered(one) && one.candidate?.isMeant === true),
    passedOff: percent('different', isAnswered),
    told: percent('different', isTold),
  };
}

function lossOf({ example, candidate, same }: Judged): number {
  const isMade = example.kind === 'same' && candidate?.isMeant === true;
  return -Math.log(Math.max(1e-9, isMade ? same : 1 - same));
}

function formatted({ loss, right, passedOff, told }: Figures): string[] {
  return [loss.toFixed(4), ...[right, passedOff, told].map((value) => value.toFixed(1))];
}

function signed(value: number, digits: number): string {
  const written = value.toFixed(digits);
  return value > 0 ? `+${written}` : written.replace('-', '−');
}

const widths = { name: 24, figure: 11 };

function line(name: string, figures: readonly string[]): string {
  return name.padEnd(widths.name) + figures.map((one) => one.padStart(widths.figure)).join('');
}

import { wordsBeside } from '../amounts/amount.ts';
import { wordsWithin } from '../differences/words.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { Alignment } from './align.ts';
import type { AmountComparison } from './amount-features.ts';
import { likenessOf } from './likeness.ts';
import { type QuestionKind, questionKindOf, questionKinds } from './question-kind.ts';
import type { Token } from './tokens.ts';
import { isName } from './word-features.ts';

/** What is asked, and whether the claim has something of that sort over and above what the text has. */
export const questionFeatureNames = [
  ...questionKinds.map((kind) => `asks ${kind}` as const),
  'isFilled',
  'isUnfilled',
  'countedNear',
  'countedPaired',
  'subjectMissing',
  'subjectNameMissing',
  'byName',
  'missingLate',
  'missingMain',
  'givesCause',
  'asksIfStill',
] as const;

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const timeWords =
  set(`january february march april may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday spring summer autumn winter since until after before during year month week`);
const placePrepositions = set(
  `in at near on to from outside inside under behind en im am an au dans em no na`,
);
const causeWords =
  set(`because due caused causes cause since after over thanks owing result to makes make prevents weil wegen
  porque debido parce cause grace pois`);
const agentPrepositions = set('by von por par durch');
const stillWords = set(
  'still yet anymore already again noch immer schon wieder todavia aun ya encore deja ainda',
);

export function questionFeatures(
  { text, claim, likeness, focus, main }: Alignment,
  { unasked, leavesTimeOpen }: AmountComparison,
  lexicon: Lexicon,
): number[] {
  const { words, endings } = text.reading;
  const sentence = text.tokens[focus[0] ?? 0]?.word.sentence ?? 0;
  const folded = words.flatMap((word) => (word.sentence === sentence ? [word.folded] : []));
  const kind = questionKindOf(folded, endings[sentence] === '?', claim.reading.isEnglish);
  const claimWords = claim.reading.main.words;
  const { missing, saying } = main;
  const hasName = missing.some((token) => isName(token) || isStrangeOpener(token));
  const isMissingWithin = (from: number, to: number): boolean =>
    missing.some(({ at }) => at >= from && at <= to);
  const hasPlace =
    hasName ||
    claimWords.some(
      ({ folded: word }, at) => placePrepositions.has(word) && isMissingWithin(at + 1, at + 3),
    );
  const hasTime =
    leavesTimeOpen ||
    claimWords.some(({ folded: word }) => timeWords.has(word) && !folded.includes(word));
  const hasCause = claimWords.some(({ folded: word }) => causeWords.has(word));
  const hasAmount = unasked.length > 0;
  const fills: Partial<Record<QuestionKind, boolean>> = {
    who: hasName,
    where: hasPlace,
    when: hasTime,
    why: hasCause,
    'how-many': hasAmount,
    'how-much': hasAmount,
    'how-long': hasAmount || hasTime,
  };
  const filled = fills[kind];
  const countedAt =
    kind === 'how-many' || kind === 'how-much' || kind === 'which' ? focus[0] : undefined;
  const counted = countedAt === undefined ? undefined : text.tokens[countedAt];
  let countedNear = 0;
  for (const { from, to } of counted ? unasked : []) {
    const own = wordsWithin(claim.reading.main, from, to);
    for (const other of saying.tokens) {
      if (other.at < own.from - wordsBeside || other.at > own.to + wordsBeside) continue;
      countedNear = Math.max(countedNear, likenessOf(counted as Token, other, lexicon));
    }
  }
  const subject = missing.filter(({ at }) => at <= 2);
  return [
    ...questionKinds.map((one) => Number(one === kind)),
    Number(filled === true),
    Number(filled === false),
    countedNear,
    countedAt === undefined ? 0 : (likeness[countedAt] ?? 0),
    subject.length,
    subject.filter((token) => isName(token) || isStrangeOpener(token)).length,
    Number(
      claimWords.some(
        ({ folded: word }, at) => agentPrepositions.has(word) && isMissingWithin(at + 1, at + 2),
      ),
    ),
    missing.filter(({ at }) => at > saying.tokens.length / 2).length,
    missing.length,
    Number(hasCause),
    Number(folded.some((word) => stillWords.has(word))),
  ];
}

/** The capital that opens a sentence tells a name only of a word that nobody knows. */
function isStrangeOpener({ word, lexiconPlace }: Token): boolean {
  return word.capital && word.opens && lexiconPlace < 0;
}

import type { Lexicon } from '../index/lexicon.ts';
import type { Difference, DifferenceKind } from '../matcher.ts';
import { type Alignment, align, type RarityOf, type TextTokens } from './align.ts';
import { amountFeatureNames, compareAmounts } from './amount-features.ts';
import { asideFeatureNames, asideFeatures } from './aside-features.ts';
import type { ClaimTokens } from './claim-tokens.ts';
import { questionFeatureNames, questionFeatures } from './question-features.ts';
import type { Token } from './tokens.ts';
import { wordFeatureNames, wordFeatures } from './word-features.ts';

/** Differences that the rules name, counted by what they mean for the claim. */
const differenceGroups: readonly (readonly DifferenceKind[])[] = [
  ['number'],
  ['date'],
  ['negation'],
  ['name'],
  ['direction', 'comparison', 'quantifier'],
  ['object'],
  ['role'],
];

/** What a text and one claim have in common, and what sets them apart, beside what single words tell. */
export const alignmentFeatureNames = [
  ...wordFeatureNames,
  ...amountFeatureNames,
  'deniedOnOneSide',
  'denialsAsked',
  'denialsChecked',
  ...questionFeatureNames,
  ...asideFeatureNames,
  'differences',
  ...differenceGroups.map(([kind]) => `differences: ${kind}` as const),
] as const;

export interface StoreWords {
  readonly lexicon: Lexicon;
  readonly rarityOf: RarityOf;
  /** Whether any statement of the store has the word. */
  readonly isKnown: (token: Token) => boolean;
}

export interface Aligned {
  readonly alignment: Alignment;
  /** In the order of `alignmentFeatureNames`. */
  readonly features: readonly number[];
}

export function alignWithClaim(
  text: TextTokens,
  claim: ClaimTokens,
  differences: readonly Difference[],
  { lexicon, rarityOf, isKnown }: StoreWords,
): Aligned {
  const alignment = align(text, claim, rarityOf, lexicon);
  const amounts = compareAmounts(text.reading, claim);
  const denied = (tokens: readonly Token[], { parity }: TextTokens['reading']['polarity']) =>
    Number(tokens.some(({ at }) => parity[at] === 1));
  const asked = text.reading.polarity;
  const checked = claim.reading.main.polarity;
  const focus = alignment.focus.map((at) => text.tokens[at] as Token);
  return {
    alignment,
    features: [
      ...wordFeatures(alignment, rarityOf, isKnown, lexicon),
      ...amounts.features,
      denied(focus, asked) ^ denied(claim.sayings[0].tokens, checked),
      asked.denials.length,
      checked.denials.length,
      ...questionFeatures(alignment, amounts, lexicon),
      ...asideFeatures(alignment),
      differences.length,
      ...differenceGroups.map(
        (kinds) => differences.filter(({ kind }) => kinds.includes(kind)).length,
      ),
    ],
  };
}

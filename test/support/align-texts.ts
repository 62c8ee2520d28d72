import { type Alignment, align } from '../../src/matching/alignment/align.ts';
import { readClaimTokens } from '../../src/matching/alignment/claim-tokens.ts';
import { tokensOf } from '../../src/matching/alignment/tokens.ts';
import { readClaim, readText } from '../../src/matching/differences/reading.ts';
import type { Lexicon } from '../../src/matching/index/lexicon.ts';
import type { Statement } from '../../src/matching/matcher.ts';
import { emptyLexicon } from './empty-lexicon.ts';

/** A text beside a claim, both English. */
export function alignTexts(
  text: string,
  claim: Omit<Statement, 'id'>,
  lexicon: Lexicon = emptyLexicon,
): Alignment {
  const reading = readText(text);
  return align(
    { reading, tokens: tokensOf(reading, lexicon) },
    readClaimTokens(readClaim({ id: 'claim', ...claim }, true), lexicon),
    () => 0.5,
    lexicon,
  );
}

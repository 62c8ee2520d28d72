import type { TextTokens } from '../alignment/align.ts';
import { type Aligned, alignWithClaim, type StoreWords } from '../alignment/align-with-claim.ts';
import { readClaimTokens } from '../alignment/claim-tokens.ts';
import { type Token, tokensOf } from '../alignment/tokens.ts';
import { uncoveredBy } from '../alignment/uncovered.ts';
import { compareReadings, type RuleName } from '../differences/compare.ts';
import { gatherEvidence } from '../differences/evidence.ts';
import { readClaim, readText } from '../differences/reading.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import { unknownTerm } from '../index/vocabulary.ts';
import type { Difference, Evidence, StoredStatements } from '../matcher.ts';
import type { CorrectWord } from '../spelling/spelling.ts';
import { foldWord } from '../text/text.ts';

/** One candidate, read beside the text. */
export interface ReadCandidate {
  /** What turns the statement round comes first. */
  readonly differences: readonly Difference[];
  readonly aligned: Aligned;
  /** What sets the text apart from the claim, in words: by rule, or else what the claim has nothing for. */
  readonly apart: readonly Difference[];
  readonly gatherEvidence: () => Evidence;
}

/** What can be left out, to measure what it brings. */
export type Part = RuleName | 'thesaurus' | 'slips';

/** Reads candidates of one store beside a text, each at most once, with what words of the text that no statement has may stand for. */
export type ReadCandidates = (
  text: string,
  correctWord: CorrectWord,
) => (document: number) => ReadCandidate;

export function createCandidateReader(
  statements: Pick<StoredStatements, 'at'>,
  index: StatementIndex,
  lexicon: Lexicon,
  leftOut?: Part,
): ReadCandidates {
  const storeWords = wordsOfStore(index, lexicon);
  // The language of the claim's own text, its first unit, is that of the claim.
  const isEnglish = (document: number) => index.isEnglish[index.unitStarts[document] ?? 0] === 1;
  const rarityOf = (word: string): number =>
    index.rarities[index.vocabulary.termOf(foldWord(word))] ?? index.unknownRarity;

  return (text, correctWord) => {
    const correctUnknown = (folded: string): readonly string[] | undefined =>
      index.vocabulary.termOf(folded) === unknownTerm
        ? (correctWord(folded)?.terms ?? []).flatMap((term) => index.vocabulary.terms.at(term))
        : undefined;
    const readIn = remember((english: boolean): TextTokens => {
      const reading = readText(text, english);
      return { reading, tokens: tokensOf(reading, lexicon, correctUnknown, leftOut) };
    });
    return remember((document: number): ReadCandidate => {
      const statement = statements.at(document);
      if (!statement) throw new RangeError(`No statement ${document}`);
      const english = isEnglish(document);
      const asked = readIn(english);
      const claim = readClaim(statement, english);
      const differences = compareReadings(asked.reading, claim, leftOut);
      const claimTokens = readClaimTokens(claim, lexicon, leftOut);
      const aligned = alignWithClaim(asked, claimTokens, differences, storeWords);
      return {
        differences,
        aligned,
        apart:
          differences.length > 0
            ? differences
            : uncoveredBy(aligned.alignment, storeWords.rarityOf),
        gatherEvidence: () => gatherEvidence(asked.reading, claim, statement, rarityOf),
      };
    });
  };
}

/** Does the work once for each input. */
function remember<Input, Output>(work: (input: Input) => Output): (input: Input) => Output {
  const done = new Map<Input, Output>();
  return (input) => {
    const known = done.get(input);
    if (known !== undefined) return known;
    const output = work(input);
    done.set(input, output);
    return output;
  };
}

/** A word counts as rare as it is on average in the store and among people at large. */
function wordsOfStore(
  { rarities, unknownRarity, vocabulary }: StatementIndex,
  lexicon: Lexicon,
): StoreWords {
  const termOf = ({ term }: Token): number => vocabulary.placeOf(term);
  return {
    lexicon,
    isKnown: (token) => termOf(token) >= 0,
    rarityOf(token) {
      const inStore = (rarities[termOf(token)] ?? unknownRarity) / unknownRarity;
      const atLarge =
        token.lexiconPlace < 0
          ? 1
          : lexicon.rarityOf(token.lexiconPlace) / (lexicon.highestRarity || 1);
      return (inStore + atLarge) / 2;
    },
  };
}

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
import type { Shortlister } from '../ranking/shortlist.ts';
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

/** Reads candidates of one store beside texts. */
export interface CandidateReader {
  /** Each document is read at most once a text. */
  read(text: string): (document: number) => ReadCandidate;
}

export function createCandidateReader(
  statements: Pick<StoredStatements, 'at'>,
  { index, newCorrector }: Pick<Shortlister, 'index' | 'newCorrector'>,
  lexicon: Lexicon,
  leftOut?: Part,
): CandidateReader {
  const storeWords = wordsOfStore(index, lexicon);
  // The language of the claim's own text, its first unit, is that of the claim.
  const isEnglish = (document: number) => index.isEnglish[index.unitStarts[document] ?? 0] === 1;
  const rarityOf = (word: string): number =>
    index.rarities[index.vocabulary.termOf(foldWord(word))] ?? index.unknownRarity;

  return {
    read(text) {
      const correctWord = newCorrector();
      const correctUnknown = (folded: string): readonly string[] | undefined =>
        index.vocabulary.termOf(folded) === unknownTerm
          ? (correctWord(folded)?.terms ?? []).flatMap((term) => index.vocabulary.terms.at(term))
          : undefined;
      const readings = new Map<boolean, TextTokens>();
      const readIn = (english: boolean): TextTokens => {
        const known = readings.get(english);
        if (known) return known;
        const reading = readText(text, english);
        const read = { reading, tokens: tokensOf(reading, lexicon, correctUnknown, leftOut) };
        readings.set(english, read);
        return read;
      };
      const candidates = new Map<number, ReadCandidate>();
      return (document) => {
        const known = candidates.get(document);
        if (known) return known;
        const statement = statements.at(document);
        if (!statement) throw new RangeError(`No statement ${document}`);
        const english = isEnglish(document);
        const asked = readIn(english);
        const claim = readClaim(statement, english);
        const differences = compareReadings(asked.reading, claim, leftOut);
        const claimTokens = readClaimTokens(claim, lexicon, leftOut);
        const aligned = alignWithClaim(asked, claimTokens, differences, storeWords);
        const apart =
          differences.length > 0
            ? differences
            : uncoveredBy(aligned.alignment, storeWords.rarityOf);
        const read: ReadCandidate = {
          differences,
          aligned,
          apart,
          gatherEvidence: () => gatherEvidence(asked.reading, claim, statement, rarityOf),
        };
        candidates.set(document, read);
        return read;
      };
    },
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

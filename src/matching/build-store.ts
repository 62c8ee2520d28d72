import { packCitations } from './index/citations.ts';
import { readStatements, type StatementReadings } from './index/readings.ts';
import { openIndex, packIndex } from './index/statement-index.ts';
import type { StatementList } from './matcher.ts';
import { packWordOrder } from './ranking/search.ts';
import { shippedLexicon } from './shipped-lexicon.ts';
import { packSpelling } from './spelling/spelling.ts';

/** All that a matcher needs to know of statements, in typed arrays; most of the work of making one. */
export type PackedStore = ReturnType<typeof buildStore>;

/**
 * @param readings of these statements, where they have been read
 * @param onStep called often on the way: for each statement several times, and for each word
 */
export function buildStore(
  statements: StatementList,
  readings: StatementReadings = readStatements(statements),
  onStep: () => void = () => {},
) {
  const packed = packIndex(readings, shippedLexicon, onStep);
  const { length } = statements;
  const ids = { length, at: (place: number) => statements.at(place)?.id };
  const index = openIndex(packed, ids, shippedLexicon);
  return {
    index: packed,
    spelling: packSpelling(index, onStep),
    wordOrder: packWordOrder(readings.vocabulary),
    citations: packCitations(readings),
  };
}

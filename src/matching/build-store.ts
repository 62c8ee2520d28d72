import { packCitations } from './index/citations.ts';
import { readStatements, type StatementReadings } from './index/readings.ts';
import { idsOf, openIndex, packIndex } from './index/statement-index.ts';
import type { Statement } from './matcher.ts';
import { packWordOrder } from './ranking/search.ts';
import { shippedLexicon } from './shipped-lexicon.ts';
import { packSpelling } from './spelling/spelling.ts';

/** All that a matcher needs to know of statements, in typed arrays; most of the work of making one. */
export type PackedStore = ReturnType<typeof buildStore>;

/** @param readings of these statements, where they have been read */
export function buildStore(
  statements: readonly Statement[],
  readings: StatementReadings = readStatements(statements),
) {
  const packed = packIndex(readings, shippedLexicon);
  const index = openIndex(packed, idsOf(statements), shippedLexicon);
  return {
    index: packed,
    spelling: packSpelling(index),
    wordOrder: packWordOrder(readings.vocabulary),
    citations: packCitations(readings),
  };
}

import { wordingKey } from '../../core/claims/claim-texts.ts';
import type { PlacedRecord } from './records-to-claims.ts';

/** Two records that somebody should look at: nearly one claim, or one, and another rating. */
export interface DifferingLabels {
  readonly line: number;
  readonly otherLine: number;
  readonly isSame: boolean;
}

/** A page with more claims than this is a list of all there are. */
const mostOfPage = 40;

/** How many of all words of two claims must be in both. */
const nearlySame = 0.75;

/** Claims on one page that are the same, or nearly, and are rated differently: they are kept apart, and reported. */
export function differingLabels(records: readonly PlacedRecord[]): readonly DifferingLabels[] {
  const rated = records.filter(({ record }) => record.check.url && record.check.label);
  const byPage = Map.groupBy(rated, ({ record }) => record.check.url);
  const shared = [...byPage.values()].filter(({ length }) => length > 1);
  return shared.flatMap((page) => {
    const told = page.slice(0, mostOfPage).map((placed) => ({
      ...placed,
      words: new Set(wordingKey(placed.record.claim).split(' ')),
    }));
    return told.flatMap((one, index) =>
      told.slice(index + 1).flatMap((other) => {
        const alike = likeness(one.words, other.words);
        const isOther =
          wordingKey(one.record.check.label ?? '') !== wordingKey(other.record.check.label ?? '');
        if (!isOther || alike < nearlySame) return [];
        return [{ line: other.line, otherLine: one.line, isSame: alike === 1 }];
      }),
    );
  });
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

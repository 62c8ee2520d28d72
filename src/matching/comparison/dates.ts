import type { Difference } from '../matcher.ts';
import type { DateMention } from './date-mentions.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { spanText } from './words.ts';

/** Longest text, in words, in which a date of its own is taken for a part of the statement. */
const statementLength = 25;

/** A year, month or day of the asker's that no date of the claim agrees with. */
export function compareDates(asked: Reading, claim: CheckedReading): Difference[] {
  const checked = claim.all.flatMap((reading) => reading.dates.map((date) => ({ date, reading })));
  const differences: Difference[] = [];
  for (const date of asked.dates) {
    if (checked.some((other) => agree(date, other.date))) continue;
    const rival = checked.find((other) => isRival(date, other.date));
    if (
      !rival &&
      (checked.length > 0 || date.year === undefined || asked.words.length > statementLength)
    )
      continue;
    differences.push({
      kind: 'date',
      asked: spanText(asked, date.from, date.to),
      checked: rival ? spanText(rival.reading, rival.date.from, rival.date.to) : '',
    });
  }
  return differences;
}

/** No part that both name differs, and they name at least one part in common. */
function agree(a: DateMention, b: DateMention): boolean {
  const common = [sameYear(a, b), same(a.month, b.month), same(a.day, b.day)];
  return !common.includes(false) && common.includes(true);
}

function isRival(a: DateMention, b: DateMention): boolean {
  return (
    sameYear(a, b) === false || same(a.month, b.month) === false || same(a.day, b.day) === false
  );
}

function same(a: number | undefined, b: number | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a === b;
}

function sameYear(a: DateMention, b: DateMention): boolean | undefined {
  if (a.year === undefined || b.year === undefined) return undefined;
  if (!a.decade && !b.decade) return a.year === b.year;
  return Math.floor(a.year / 10) === Math.floor(b.year / 10);
}

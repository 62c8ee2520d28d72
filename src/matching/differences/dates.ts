import type { DateMention } from './date-mentions.ts';
import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** Longest text, in words, in which a date that the claim doesn't have is taken for a part of the statement. */
const statementLength = 25;

/** A year, month or day of the asker's that the claim contradicts, or that nothing in the claim speaks of. */
export function compareDates(asked: Reading, claim: CheckedReading): Finding[] {
  const checked = claim.all.flatMap((reading) => reading.dates.map((date) => ({ date, reading })));
  const findings: Finding[] = [];
  for (const date of asked.dates) {
    const confirmed = Math.max(0, ...checked.map((other) => agreement(date, other.date)));
    const rival = checked.find(
      (other) => agreement(date, other.date) < 0 && common(date, other.date) > confirmed,
    );
    const unheardOf =
      checked.length === 0 &&
      !claim.spellings.has(String(date.year)) &&
      date.year !== undefined &&
      isTold(asked, date.from) &&
      asked.words.length <= statementLength;
    if (!rival && !unheardOf) continue;
    findings.push({
      kind: 'date',
      asked: { reading: asked, from: date.from, to: date.to },
      checked: rival && { reading: rival.reading, from: rival.date.from, to: rival.date.to },
    });
  }
  return findings;
}

/** "In 2025" and "his firm's 2025 plan" say when; "the 2020 candidate" and "policy 2018?" only point to something. */
function isTold({ words }: Reading, at: number): boolean {
  const before = words[at - 1];
  if (before?.possessive) return true;
  return /^(?:in|since|on|during|by|until|from|before|after)$/.test(before?.folded ?? '');
}

/** How many parts both name alike; -1 if one of the parts that both name differs. */
function agreement(a: DateMention, b: DateMention): number {
  const parts = [sameYear(a, b), same(a.month, b.month), same(a.day, b.day)];
  return parts.includes(false) ? -1 : parts.filter(Boolean).length;
}

/** How many parts both name. */
function common(a: DateMention, b: DateMention): number {
  return [sameYear(a, b), same(a.month, b.month), same(a.day, b.day)].filter(
    (part) => part !== undefined,
  ).length;
}

function same(a: number | undefined, b: number | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a === b;
}

function sameYear(a: DateMention, b: DateMention): boolean | undefined {
  if (a.year === undefined || b.year === undefined) return undefined;
  if (!a.decade && !b.decade) return a.year === b.year;
  return Math.floor(a.year / 10) === Math.floor(b.year / 10);
}

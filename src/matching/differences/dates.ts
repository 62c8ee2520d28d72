import { agreementOf, partsOf } from '../amounts/same-amount.ts';
import { type Finding, spanWithin } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** A year, month or day of the asker's that the claim contradicts, or that nothing in the claim speaks of. */
export function compareDates(asked: Reading, claim: CheckedReading): Finding[] {
  const checked = claim.all.flatMap((reading) => reading.times.map((time) => ({ time, reading })));
  const findings: Finding[] = [];
  for (const time of asked.times) {
    const confirmed = Math.max(0, ...checked.map((other) => agreementOf(time, other.time)));
    const rival = checked.find(
      (other) => agreementOf(time, other.time) < 0 && partsOf(time, other.time).length > confirmed,
    );
    const span = spanWithin(asked, time);
    const isUnheardOf =
      checked.length === 0 &&
      !claim.spellings.has(String(time.year)) &&
      time.year !== undefined &&
      isTold(asked, span.from);
    if (asked.words[span.from]?.tagged || (!rival && !isUnheardOf)) continue;
    findings.push({
      kind: 'date',
      asked: span,
      checked: rival && spanWithin(rival.reading, rival.time),
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

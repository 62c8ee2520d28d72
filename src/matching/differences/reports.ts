import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMentioned } from './same-name.ts';
import { isSpeaker, speechAfter } from './speaker.ts';

/** Least content words of a reported statement. */
const leastReported = 2;
/** Longest text, in words, that is nothing but such a report. */
const reportLength = 16;
const sources = new Set('from by in on via per to'.split(' '));

/**
 * The asker has somebody say something whom the claim names only as a source: "Wikipedia says he was removed" where the
 * claim is that a passage stands in Wikipedia. What was said there is another claim.
 */
export function compareReports(asked: Reading, claim: CheckedReading): Finding[] {
  if (asked.words.length > reportLength) return [];
  for (const name of claim.names) {
    if (!isSource(claim.main, name.from)) continue;
    const at = asked.words.findIndex(({ folded }) => name.parts.includes(folded));
    if (at < 0) continue;
    const said = reportedBy(asked, at);
    if (said.length < leastReported) continue;
    const states = (reading: Reading) =>
      reading.words.some(
        ({ folded }, index) =>
          name.parts.includes(folded) && reportedBy(reading, index).length >= leastReported,
      );
    if (claim.all.some(states)) continue;
    const isNew = (index: number) => !isMentioned(asked.words[index]?.folded ?? '', claim);
    const first = said.find(isNew);
    const last = said.at(-1);
    if (first === undefined || last === undefined) continue;
    const span = { reading: asked, from: first, to: last };
    return [{ kind: 'object', asked: span, checked: undefined }];
  }
  return [];
}

/** "From Wikipedia", "by the Gazette". */
function isSource({ words }: Reading, at: number): boolean {
  const before = words[at - 1]?.folded ?? '';
  return sources.has(before) || (before === 'the' && sources.has(words[at - 2]?.folded ?? ''));
}

/** The content words of what the named one says, names left out. */
function reportedBy(reading: Reading, at: number): number[] {
  if (!isSpeaker(reading, { from: at, to: at })) return [];
  const verb = speechAfter(reading, at);
  if (verb === undefined) return [];
  return reading.words.flatMap(({ sentence, capital }, index) =>
    index > verb &&
    sentence === reading.words[at]?.sentence &&
    reading.isContent[index] &&
    !(capital && reading.cased)
      ? [index]
      : [],
  );
}

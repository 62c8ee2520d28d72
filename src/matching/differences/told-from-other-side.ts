import { isConverse } from './contrasts.ts';
import type { Finding } from './finding.ts';
import type { Reading } from './reading.ts';

/**
 * Whether a text says what the claim says, from the other side: "B lost to A" for "A beat B", "B is younger than A" for "A is older than B".
 * There the word has been turned round, and those around it have changed places, which by themselves would be differences.
 */
export function isToldFromOtherSide({ asked, checked }: Finding): boolean {
  if (!checked) return false;
  for (let at = asked.from; at <= asked.to; at++) {
    for (let other = checked.from; other <= checked.to; other++) {
      if (isTurnedTwice(asked.reading, at, checked.reading, other)) return true;
    }
  }
  return false;
}

function isTurnedTwice(asked: Reading, at: number, checked: Reading, other: number): boolean {
  const [stem = '', otherStem = ''] = [asked.words[at]?.stem, checked.words[other]?.stem];
  if (!isConverse(stem, otherStem, true)) return false;
  const [own, those] = [around(asked, at), around(checked, other)];
  return (
    isConverse(stem, otherStem, own.compares && those.compares) &&
    !own.before.isDisjointFrom(those.after) &&
    !own.after.isDisjointFrom(those.before)
  );
}

/** The stems of the content words that stand only before, and only after, one in its sentence; and whether it compares. */
function around({ words, isContent }: Reading, at: number) {
  const before = new Set<string>();
  const after = new Set<string>();
  let compares = false;
  for (const [index, { stem, folded, sentence }] of words.entries()) {
    if (sentence !== words[at]?.sentence || index === at) continue;
    compares ||= index > at && folded === 'than';
    if (isContent[index]) (index < at ? before : after).add(stem);
  }
  return { before: before.difference(after), after: after.difference(before), compares };
}

import { type Alignment, align } from './alignment.ts';
import { neededShare } from './closeness.ts';
import { commonOpeners, type NameMention, offices } from './name-mentions.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMentioned } from './same-name.ts';

/** First and last word. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where capitals don't help: the words around the name correspond, and in its place stand words that the claim doesn't
 * know.
 */
export function replacedInSlot(
  asked: Reading,
  claim: CheckedReading,
  name: NameMention,
): WordRange | undefined {
  for (const reading of claim.all) {
    const slot = slotOf(reading, name);
    if (!slot) continue;
    const alignment = align(asked, reading);
    const others = alignment.checked.filter((at) => at < slot.from || at > slot.to).length;
    if (others === 0) continue;
    const between = gapAt(alignment, slot);
    const gap = between?.filter((at) => {
      const folded = asked.words[at]?.folded ?? '';
      return !offices.has(folded) && !commonOpeners.has(folded);
    });
    const first = gap?.[0];
    const last = gap?.at(-1);
    if (!between || !gap || first === undefined || last === undefined) continue;
    // A short text may leave out what the claim goes on to say, if all that it does say is the claim's.
    const own = alignment.asked.length - between.length;
    const shares =
      alignment.length >= neededShare * others || (alignment.length > 1 && alignment.length >= own);
    if (!shares) continue;
    if (asked.cased && !gap.some((at) => asked.words[at]?.capital)) continue;
    const unknown = gap.every((at) => {
      const folded = asked.words[at]?.folded ?? '';
      return (
        /^\p{L}/u.test(folded) && !/\w{3}(?:ing|ed|ly)$/.test(folded) && !isMentioned(folded, claim)
      );
    });
    const isVerb = beforeVerbs.has(asked.words[first - 1]?.folded ?? '');
    if (unknown && !isVerb) return { from: first, to: last };
  }
  return undefined;
}

/** What follows these is done, not somebody: "doesn't want", "would get". */
const beforeVerbs = new Set(
  'do does did dont doesnt didnt will wont would wouldnt can cant could couldnt should shouldnt must not never'.split(
    ' ',
  ),
);

function slotOf(reading: Reading, name: NameMention): WordRange | undefined {
  const isPart = (at: number) => name.parts.includes(reading.words[at]?.folded ?? '');
  let from = reading.words.findIndex((_, at) => isPart(at));
  if (from < 0) return undefined;
  let to = from;
  while (isPart(to + 1)) to++;
  // "Pope Francis": the office goes with the name.
  while (offices.has(reading.words[from - 1]?.folded ?? '')) from--;
  return { from, to };
}

/** The asker's content words between the counterparts of the words next to the slot. */
function gapAt({ asked, checked, counterpart }: Alignment, slot: WordRange): number[] | undefined {
  const before = checked.findLastIndex((at) => at < slot.from);
  const after = checked.findIndex((at) => at > slot.to);
  const start = before < 0 ? -1 : counterpart[before];
  const end = after < 0 ? asked.length : counterpart[after];
  if (start === undefined || end === undefined) return undefined;
  if ((before >= 0 && start < 0) || (after >= 0 && end < 0)) return undefined;
  return asked.slice(start + 1, end);
}

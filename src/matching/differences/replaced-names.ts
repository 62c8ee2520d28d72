import type { Finding, Span } from './finding.ts';
import { commonOpeners, offices } from './name-mentions.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMentioned } from './same-name.ts';
import { isMisspelling } from './spelling.ts';

const longestName = 3;
/** With more unknown words, misspelt ones included, more than a name differs. */
const mostUnknown = 6;
/** Fewest content words that both sides must share. */
const leastShared = 2;

/**
 * Both sides say the same but for one stretch each, and these look like names: "Empire actress A B died" for "C D, the actress
 * from Empire, died". Where the stretches stand doesn't matter, so that this also serves texts in another order.
 */
export function compareReplacedNames(asked: Reading, claim: CheckedReading): Finding[] {
  const { main } = claim;
  let unknown = 0;
  for (const stem of asked.stems) if (!claim.mentioned.has(stem)) unknown++;
  if (unknown === 0 || unknown > mostUnknown) return [];
  const own = onlyStretch(asked, (at) => isMentioned(asked.words[at]?.folded ?? '', claim));
  if (!own) return [];
  const known = (folded: string, stem: string) =>
    asked.stems.has(stem) || asked.words.some((word) => isMisspelling(word.folded, folded));
  const lost = onlyStretch(main, (at) => {
    const word = main.words[at];
    return !word || known(word.folded, word.stem);
  });
  if (!lost || asked.stems.size < leastShared + own.to - own.from + 1) return [];
  if (!looksLikeName(asked, own) || !looksLikeName(main, lost)) return [];
  // In lower case only as many words as the claim's name has: "jacob zuma" for "Blade Nzimande".
  const isName = claim.names.some(({ from, to }) => from === lost.from && to === lost.to);
  const isSure =
    asked.cased || (isName && own.to > own.from && own.to - own.from === lost.to - lost.from);
  return isSure ? [{ kind: 'name', asked: own, checked: lost }] : [];
}

/** The only run of neighbouring content words that the other side doesn't have. */
function onlyStretch(reading: Reading, isShared: (at: number) => boolean): Span | undefined {
  let from = -1;
  let to = -1;
  for (const [at, word] of reading.words.entries()) {
    if (!reading.isContent[at] || reading.isNumber[at] || offices.has(word.folded) || isShared(at))
      continue;
    if (from < 0) from = at;
    else if (at > to + 1) return undefined;
    to = at;
  }
  return from < 0 || to - from >= longestName ? undefined : { reading, from, to };
}

function looksLikeName({ words, cased }: Reading, { from, to }: Span): boolean {
  return words.slice(from, to + 1).every(({ folded, capital, opens }, _, all) => {
    if (cased && (!capital || (opens && all.length === 1))) return false;
    return (
      /^\p{L}{2,}$/u.test(folded) &&
      !commonOpeners.has(folded) &&
      !/\w{3}(?:ing|ed|ly)$/.test(folded)
    );
  });
}

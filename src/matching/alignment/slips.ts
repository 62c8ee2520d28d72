import { months, smallNumbers } from '../amounts/number-words.ts';
import { units } from '../amounts/units.ts';
import { askingWords, functionWords } from '../differences/function-words.ts';

let slips: ReadonlySet<string> | undefined;

/** A slip of the finger in one of the words that no store holds: two letters swapped, one doubled or left out. */
function allSlips(): ReadonlySet<string> {
  const words = [functionWords, askingWords, months.keys(), smallNumbers.keys(), units.keys()];
  return new Set(words.flatMap((some) => [...some].flatMap(slipsIn)));
}

function slipsIn(word: string): string[] {
  return Array.from(word, (letter, at) => {
    const before = word.slice(0, at);
    const behind = word.slice(at + 1);
    return [
      before + letter + letter + behind,
      before + behind.slice(0, 1) + letter + behind.slice(1),
      // "At" may be "eat" or "hat", "arch" is no "march".
      ...(at > 0 ? [before + behind] : []),
    ];
  }).flat();
}

/** Whether a word that neither store nor lexicon knows is most likely one that builds a sentence, counts or dates. */
export function isSlip(folded: string): boolean {
  // Made once it is asked for: few texts have such a word.
  slips ??= allSlips();
  return slips.has(folded);
}

import type { Alignment } from '../alignment/align.ts';
import type { Reading } from '../differences/reading.ts';

/**
 * Whether a text has its words and numbers in the order in which a saying has them: the one that it has most of, or any other. The same
 * words in another order may be another statement: "from September to June", "260 instead of 300".
 */
export function keepsOrder(alignment: Alignment): boolean {
  const places = placesOf(alignment);
  if (places.every((place, at) => at === 0 || place >= (places[at - 1] as number))) return true;
  const said = weightyWords(alignment.text.reading);
  return alignment.claim.sayings.some(({ reading }) => {
    let found = 0;
    for (const word of weightyWords(reading)) if (word === said[found]) found += 1;
    return found === said.length;
  });
}

/** For the words of the sentence that has most of the claim, their places in the saying, where it has them. */
function placesOf({ text, focus, best: { saying }, placesInBest }: Alignment): number[] {
  const { words, isContent, isNumber } = text.reading;
  const sentence = text.tokens[focus[0] ?? 0]?.word.sentence;
  const known = new Map(
    focus.map((token, at) => [text.tokens[token]?.at, saying.tokens[placesInBest[at] ?? -1]?.at]),
  );
  return words.flatMap(({ folded, sentence: own }, at) => {
    if (own !== sentence || !(isContent[at] || isNumber[at])) return [];
    const found = known.has(at)
      ? (known.get(at) ?? -1)
      : saying.reading.words.findIndex((word) => word.folded === folded);
    return found >= 0 ? [found] : [];
  });
}

function weightyWords({ words, isContent, isNumber }: Reading): string[] {
  return words.flatMap(({ folded }, at) => (isContent[at] || isNumber[at] ? [folded] : []));
}

import type { Alignment } from '../alignment/align.ts';
import type { Reading } from '../differences/reading.ts';

/** They say nothing, and people leave them out or put them in. */
const articles: ReadonlySet<string> = new Set(
  'the a an der die das den dem des ein eine einen einem einer el la los las un una le les une l o os as um uma'.split(
    ' ',
  ),
);

/**
 * Whether a text is put as the claim is, in the sentence that has most of it: its words and numbers stand in the order of a saying, and no
 * little word is among them that the claim does not have. The claim's words in another order, or with "no", "over" or "up to", may
 * be another statement.
 */
export function isAsSaid(alignment: Alignment): boolean {
  return keepsOrder(alignment) && addsNoLittleWord(alignment);
}

function keepsOrder(alignment: Alignment): boolean {
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
function placesOf(alignment: Alignment): number[] {
  const {
    text: { tokens, reading },
    focus,
    best: { saying },
    placesInBest,
  } = alignment;
  const known = new Map(
    focus.map((token, at) => [tokens[token]?.at, saying.tokens[placesInBest[at] ?? -1]?.at]),
  );
  return placesInFocus(alignment).flatMap((at) => {
    if (!isWeighty(reading, at)) return [];
    const found = known.has(at)
      ? (known.get(at) ?? -1)
      : saying.reading.words.findIndex((word) => word.folded === reading.words[at]?.folded);
    return found >= 0 ? [found] : [];
  });
}

function addsNoLittleWord(alignment: Alignment): boolean {
  const { reading } = alignment.text;
  return placesInFocus(alignment).every((at) => {
    const folded = reading.words[at]?.folded ?? '';
    if (isWeighty(reading, at) || articles.has(folded)) return true;
    return alignment.claim.sayings.some((saying) =>
      saying.reading.words.some((word) => word.folded === folded),
    );
  });
}

function placesInFocus({ text: { tokens, reading }, focus }: Alignment): number[] {
  const sentence = tokens[focus[0] ?? 0]?.word.sentence;
  return [...reading.words.keys()].filter((at) => reading.words[at]?.sentence === sentence);
}

function weightyWords(reading: Reading): string[] {
  return reading.words.flatMap(({ folded }, at) => (isWeighty(reading, at) ? [folded] : []));
}

function isWeighty({ isContent, isNumber }: Reading, at: number): boolean {
  return isContent[at] === true || isNumber[at] === true;
}

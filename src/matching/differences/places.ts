import { placeNamed } from './gazetteer.ts';
import type { Word } from './words.ts';

/** A known place in a text, first and last word included. */
export interface PlaceMention {
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

const longestName = 4;
// Ordinary words in lower case: only a capital makes them places.
const needCapital = new Set(
  'turkey chile mobile flint mesa cork buffalo phoenix queens niger'.split(' '),
);
// Words so common that they must be written in capitals throughout.
const needCapitals = new Set(['us', 'up', 'la']);

/** The places of a text; `cased` is false where capitals tell nothing. */
export function placesOf(words: readonly Word[], cased: boolean): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < words.length; at++) {
    const mention = placeAt(words, at, cased);
    if (!mention) continue;
    found.push(mention);
    at = mention.to;
  }
  return found;
}

function placeAt(words: readonly Word[], at: number, cased: boolean): PlaceMention | undefined {
  const first = words[at];
  if (!first?.beginsPlace) return undefined;
  for (let length = Math.min(longestName, words.length - at); length >= 1; length--) {
    const last = words[at + length - 1];
    if (!last || last.sentence !== first.sentence) continue;
    const name = words
      .slice(at, at + length)
      .map((word) => word.folded)
      .join(' ');
    const place = placeNamed(name);
    if (!place) continue;
    if (needCapitals.has(name) && first.text !== first.text.toUpperCase()) continue;
    if (cased && needCapital.has(name) && !first.capital) continue;
    return { place, from: at, to: at + length - 1 };
  }
  return undefined;
}

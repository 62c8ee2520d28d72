import { addPlace, openPlaces, type PackedPlaces, packPlaces } from '../../packed/packed-places.ts';
import { openStrings } from '../../packed/packed-strings.ts';
import { canonicalLink, withoutQuery } from '../text/links.ts';
import { parts } from './parts.ts';
import type { StatementReadings } from './readings.ts';

/** The documents that name one of these pages, each once, in their order. */
export type FindCiting = (urls: readonly string[]) => readonly number[];

/** Which documents name which page. */
export function packCitations({
  words,
  unitStarts,
  unitParts,
  placeStarts,
  places,
}: StatementReadings): PackedPlaces {
  const byPage = new Map<string, number[]>();
  const { at: pageAt } = openStrings(words);
  for (let document = 0; document < unitStarts.length - 1; document += 1) {
    const end = unitStarts[document + 1] ?? 0;
    for (let unit = unitStarts[document] ?? 0; unit < end; unit += 1) {
      if (unitParts[unit] !== link) continue;
      const pages = places.subarray(placeStarts[unit], placeStarts[unit + 1]);
      for (const page of pages) addPlace(byPage, pageAt(page), document);
    }
  }
  return packPlaces(byPage);
}

const link = parts.indexOf('link');

export function openCitations(packed: PackedPlaces): FindCiting {
  const pages = openPlaces(packed);
  return (urls) => {
    const found = new Set(urls.flatMap((url) => [...pages.at(pageOf(url))]));
    return [...found].sort((one, other) => one - other);
  };

  function pageOf(url: string): number {
    const page = canonicalLink(url);
    // Where no spaces part words, a sentence may go on right behind a link.
    const begun = canonicalLink(url.replace(/[^\x21-\x7E].*$/su, ''));
    // Nobody knows all the ways of saying where a reader came from; a page that is named without any is the same page.
    const guesses = [page, withoutQuery(page), begun, withoutQuery(begun)];
    const numbers = guesses.map((guess) => (guess === undefined ? -1 : pages.find(guess)));
    return numbers.find((number) => number >= 0) ?? -1;
  }
}

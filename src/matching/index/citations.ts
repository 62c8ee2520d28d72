import { growingArray } from '../../packed/growing-array.ts';
import { numberStrings } from '../../packed/numbered-strings.ts';
import { openPlaces, type PackedPlaces, packEntries } from '../../packed/packed-places.ts';
import { canonicalLink, withoutQuery } from '../text/links.ts';
import { parts } from './parts.ts';
import type { StatementReadings } from './readings.ts';

/** The documents that name one of these pages, each once, in their order. */
export type FindCiting = (urls: readonly string[]) => readonly number[];

/** Which documents name which page. */
export function packCitations({
  vocabulary,
  unitStarts,
  unitParts,
  placeStarts,
  places,
}: StatementReadings): PackedPlaces {
  const pages = numberStrings(vocabulary.words);
  const cited = growingArray(unitStarts.length);
  const citing = growingArray(unitStarts.length);
  for (let document = 0; document < unitStarts.length - 1; document += 1) {
    const end = unitStarts[document + 1] ?? 0;
    for (let unit = unitStarts[document] ?? 0; unit < end; unit += 1) {
      if (unitParts[unit] !== link) continue;
      const last = placeStarts[unit + 1] ?? 0;
      for (let at = placeStarts[unit] ?? 0; at < last; at += 1) {
        cited.push(pages.numberOfEarlier(places[at] ?? 0));
        citing.push(document);
      }
    }
  }
  return packEntries(pages.finish().strings, cited.finish(), citing.finish());
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

import { addPlace, openPlaces, type PackedPlaces, packPlaces } from '../../packed/packed-places.ts';
import type { Statement } from '../matcher.ts';
import { canonicalLink, withoutQuery } from '../text/links.ts';

/** The documents that name one of these pages, each once, in their order. */
export type FindCiting = (urls: readonly string[]) => readonly number[];

/** Which documents name which page. */
export function packCitations(statements: readonly Statement[]): PackedPlaces {
  const byPage = new Map<string, number[]>();
  statements.forEach(({ urls = [] }, document) => {
    for (const url of urls) addPlace(byPage, canonicalLink(url), document);
  });
  return packPlaces(byPage);
}

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

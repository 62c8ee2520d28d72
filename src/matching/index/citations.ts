import type { Statement } from '../matcher.ts';
import { canonicalLink, withoutQuery } from '../text/links.ts';
import {
  createPlaceFinder,
  hashStrings,
  type PackedStrings,
  packStrings,
  type Slots,
} from '../text/packed-strings.ts';

/** The documents that name one of these pages, each once, in their order. */
export type FindCiting = (urls: readonly string[]) => readonly number[];

/** Which documents name which page: those from `starts[i]` to `starts[i + 1]` name page `i`. */
export type PackedCitations = {
  readonly pages: PackedStrings;
  readonly slots: Slots;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly documents: Uint32Array<ArrayBuffer>;
};

export function packCitations(statements: readonly Statement[]): PackedCitations {
  const byPage = new Map<string, number[]>();
  statements.forEach(({ urls = [] }, document) => {
    for (const page of new Set(urls.map(canonicalLink))) {
      const documents = byPage.get(page);
      if (documents) documents.push(document);
      else byPage.set(page, [document]);
    }
  });
  const pages = [...byPage.keys()];
  const starts = new Uint32Array(pages.length + 1);
  pages.forEach((page, place) => {
    starts[place + 1] = (starts[place] as number) + (byPage.get(page)?.length ?? 0);
  });
  return {
    pages: packStrings(pages),
    slots: hashStrings(pages),
    starts,
    documents: Uint32Array.from([...byPage.values()].flat()),
  };
}

export function openCitations({ pages, slots, starts, documents }: PackedCitations): FindCiting {
  const placeOf = createPlaceFinder(pages, slots);
  return (urls) => {
    const found = urls.flatMap((url) => {
      const page = pageOf(url);
      return page < 0 ? [] : [...documents.subarray(starts[page], starts[page + 1])];
    });
    return [...new Set(found)].sort((one, other) => one - other);
  };

  function pageOf(url: string): number {
    const page = canonicalLink(url);
    // Where no spaces part words, a sentence may go on right behind a link.
    const begun = canonicalLink(url.replace(/[^\x21-\x7E].*$/su, ''));
    // Nobody knows all the ways of saying where a reader came from; a page that is named without any is the same page.
    const guesses = [page, withoutQuery(page), begun, withoutQuery(begun)];
    const places = guesses.map((guess) => (guess === undefined ? -1 : placeOf(guess)));
    return places.find((place) => place >= 0) ?? -1;
  }
}

import type { Statement } from '../matcher.ts';
import { canonicalLink, withoutQuery } from '../text/links.ts';

/** The ids of the statements that name one of these pages, each once, in their order. */
export type FindCiting = (urls: readonly string[]) => readonly string[];

export function createCitations(statements: readonly Statement[]): FindCiting {
  const byPage = new Map<string, Set<string>>();
  for (const { id, urls = [] } of statements) {
    for (const page of urls.map(canonicalLink))
      byPage.set(page, (byPage.get(page) ?? new Set()).add(id));
  }
  return (urls) => {
    const found = new Set(urls.flatMap((url) => [...(byPage.get(pageOf(url)) ?? [])]));
    return statements.flatMap(({ id }) => (found.has(id) ? [id] : []));
  };

  function pageOf(url: string): string {
    const page = canonicalLink(url);
    // Where no spaces part words, a sentence may go on right behind a link.
    const begun = canonicalLink(url.replace(/[^\x21-\x7E].*$/su, ''));
    // Nobody knows all the ways of saying where a reader came from; a page that is named without any is the same page.
    const guesses = [page, withoutQuery(page), begun, withoutQuery(begun)];
    return guesses.find((guess) => guess !== undefined && byPage.has(guess)) ?? page;
  }
}

import { type Opening, openingAtStart, openingsIn } from './opening.ts';
import { openingsOfWholeItems } from './whole-items.ts';

/** Enough for lists of several kinds of items. */
const mostOpenings = 64;

const startingName = /^\s{0,99}"([^"\\]{0,64})"\s{0,99}:/;
const behindItem = /\}\s{0,99},\s{0,99}$/;

/**
 * How the items of a list begin: where one is broken, brackets and quotation marks no longer tell where the next one stands, and this
 * does. Publishers' programs write the first name of every item the same.
 */
export interface ItemOpenings {
  /** Looks for whole items in the beginning of a document, since the first may be broken. */
  learnAhead(beginning: string): void;
  /** Remembers how a whole item begins. */
  learn(item: string): void;
  /** Whether a text goes on with the first name of an item, whose bracket is missing then. */
  startsWithFirstName(text: string): boolean;
  /**
   * Where, from `from` on, the next item begins; undefined where none does.
   * @param item the broken one: where none was whole yet, the next may begin as it does
   */
  find(text: string, from: number, item: string): number | undefined;
}

export function createItemOpenings(): ItemOpenings {
  const known = new Set<string>();
  const firstNames = new Set<string>();
  const add = ({ key, name }: Opening): void => {
    if (known.size === mostOpenings) return;
    known.add(key);
    firstNames.add(name);
  };
  return {
    learnAhead(beginning) {
      for (const opening of openingsOfWholeItems(beginning)) add(opening);
    },
    learn(item) {
      const found = openingAtStart(item);
      // An item is about a claim; what was cut out of a broken one need not be.
      if (found && !known.has(found.key) && /claim/i.test(item)) add(found);
    },
    startsWithFirstName(text) {
      const [, name] = text.match(startingName) ?? [];
      return name !== undefined && firstNames.has(name);
    },
    find(text, from, item) {
      const placeOf = (isWanted: (opening: Opening) => boolean): number | undefined =>
        openingsIn(text, from).find(isWanted)?.start;
      if (known.size > 0) return placeOf(({ key }) => known.has(key));
      const own = openingAtStart(item);
      return (
        (own && placeOf(({ key }) => key === own.key)) ??
        placeOf(({ start }) => behindItem.test(text.slice(Math.max(0, start - 200), start)))
      );
    },
  };
}

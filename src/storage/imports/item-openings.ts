/** A beginning is at most this long, in UTF-16 units. */
export const longestOpening = 512;

/** A bracket that is no value of a name, with the first name in it and the text that it names. */
const anyOpening =
  /\{(?<!"\s{0,99}:\s{0,99}\{)\s{0,99}"([^"\\]{1,64})"\s{0,99}:\s{0,99}(?:"([^"\\]{0,64})")?/g;
/** The same behind another item. */
const nextOpening = new RegExp(`(?<=\\}\\s{0,99},\\s{0,99})${anyOpening.source}`, 'g');

const startingName = /^\s{0,99}"([^"\\]{0,64})"\s{0,99}:/;

/** Enough for lists of several kinds of items. */
const mostOpenings = 64;

/**
 * How the items of a list begin: where one is broken, brackets and quotation marks no longer tell where the next one stands, and this
 * does. Publishers' programs write the first name of every item the same.
 */
export interface ItemOpenings {
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
  return {
    learn(item) {
      const found = openingOf(item);
      if (!found || known.size === mostOpenings || known.has(keyOf(found))) return;
      // An item is about a claim; what was cut out of a broken one need not be.
      if (!/claim/i.test(item)) return;
      known.add(keyOf(found));
      firstNames.add(found[1] ?? '');
    },
    startsWithFirstName(text) {
      const [, name] = text.match(startingName) ?? [];
      return name !== undefined && firstNames.has(name);
    },
    find(text, from, item) {
      if (known.size > 0) return firstOf(anyOpening, text, from, (key) => known.has(key));
      const own = openingOf(item);
      return (
        (own && firstOf(anyOpening, text, from, (key) => key === keyOf(own))) ??
        firstOf(nextOpening, text, from, () => true)
      );
    },
  };
}

function openingOf(item: string): RegExpExecArray | undefined {
  anyOpening.lastIndex = 0;
  return anyOpening.exec(item.slice(0, longestOpening)) ?? undefined;
}

function firstOf(
  opening: RegExp,
  text: string,
  from: number,
  isWanted: (key: string) => boolean,
): number | undefined {
  opening.lastIndex = from;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    if (isWanted(keyOf(found))) return found.index;
  }
  return undefined;
}

/** What is in an item differs from what the item is by its type, where that comes first. */
function keyOf([, name = '', value]: RegExpExecArray): string {
  return /^@?type$/.test(name) ? `${name} ${value}` : name;
}

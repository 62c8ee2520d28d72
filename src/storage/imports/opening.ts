/** An opening is at most this long, in UTF-16 units. */
export const longestOpening = 512;

/** How an object begins that is no value of a name: its bracket, and the first name in it with the text that it names. */
export interface Opening {
  readonly start: number;
  readonly name: string;
  /** Equal for things of one kind: what is in an item differs from the item by its type, where that comes first. */
  readonly key: string;
}

/** The first name behind a bracket, and the text that it names. */
const first = String.raw`\s{0,99}"([^"\\]{1,64})"\s{0,99}:\s{0,99}(?:"([^"\\]{0,64})")?`;
const notOfName = String.raw`(?<!"\s{0,99}:\s{0,99}\{)`;

/** Where there is one in the beginning of an item. */
export function openingAtStart(item: string): Opening | undefined {
  return openingsIn(item.slice(0, longestOpening), 0).next().value;
}

export function openingsIn(text: string, from: number): IteratorObject<Opening, undefined> {
  return found(new RegExp(`\\{${notOfName}${first}`, 'g'), text, from);
}

/** The same, of objects that are values of names, too. */
export function allOpeningsIn(text: string, from: number): IteratorObject<Opening, undefined> {
  return found(new RegExp(`\\{${first}`, 'g'), text, from);
}

function* found(pattern: RegExp, text: string, from: number): Generator<Opening, undefined> {
  pattern.lastIndex = from;
  for (let at = pattern.exec(text); at; at = pattern.exec(text)) {
    const [, name = '', value] = at;
    const key = /^@?type$/.test(name) ? `${name} ${value}` : name;
    yield { start: at.index, name, key };
  }
}

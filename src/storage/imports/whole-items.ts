import { isJson, maxBroken } from './loose-json.ts';
import { allOpeningsIn, type Opening, openingsIn } from './opening.ts';

/** So many beginnings are tried, each for no more than what is mended. */
const mostTried = 1000;

/** Items of one kind. */
interface Kind {
  readonly opening: Opening;
  count: number;
  /** How what stands in them begins. */
  readonly within: Set<string>;
}

/** How the items about claims begin that are whole in the beginning of a document. */
export function openingsOfWholeItems(document: string): readonly Opening[] {
  const kinds = new Map<string, Kind>();
  let from = document.search(/\S/) + 1;
  for (let tried = 0; tried < mostTried; tried += 1) {
    const opening = openingsIn(document, from).next().value;
    if (!opening) break;
    from = opening.start + 1;
    const item = wholeValueAt(document, opening.start);
    if (item === undefined || !/claim/i.test(item)) continue;
    from = opening.start + item.length;
    const kind = kinds.get(opening.key) ?? { opening, count: 0, within: new Set() };
    kinds.set(opening.key, kind);
    kind.count += 1;
    for (const { key } of allOpeningsIn(item, 1)) kind.within.add(key);
  }
  const found = [...kinds.values()];
  // What is whole in a broken item is no item.
  const isWithinOther = ({ opening: { key }, count }: Kind): boolean =>
    found.some(
      (other) => other.opening.key !== key && other.within.has(key) && other.count >= count,
    );
  return found.filter((kind) => !isWithinOther(kind)).map(({ opening }) => opening);
}

/** The JSON that begins with a bracket at a place; undefined where it is broken or longer than what is mended. */
function wholeValueAt(text: string, start: number): string | undefined {
  const part = text.slice(start, start + maxBroken);
  let depth = 0;
  // A text, or a bracket.
  for (const { 0: found, index } of part.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') depth -= 1;
    if (depth > 0) continue;
    const value = part.slice(0, index + 1);
    return isJson(value) ? value : undefined;
  }
  return undefined;
}

import type { DifferenceKind } from '../../matching/matcher.ts';

/** A number from 0 up to 1, the next of a fixed sequence. */
export type Random = () => number;

/** One way to change a claim's text. Written apart from the comparison, so that neither knows the other's tables. */
export interface Perturbation {
  readonly name: string;
  /** The kinds under which a change may rightly be reported; empty when the meaning stays. */
  readonly kinds: readonly DifferenceKind[];
  /** The changed text, or undefined where the text has nothing to change. */
  apply(text: string, random: Random): string | undefined;
}

/** FNV-1a: a seed of its own for each claim and rule, so that adding a claim changes no other's variants. */
export function seedOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Replaces one match, chosen at random among those that have a replacement. */
export function replaceOne(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string | undefined,
  random: Random,
): string | undefined {
  const matches = [...text.matchAll(pattern)];
  const start = Math.floor(random() * matches.length);
  for (const match of [...matches.slice(start), ...matches.slice(0, start)]) {
    const replaced = replacement(match);
    if (replaced === undefined || replaced === match[0]) continue;
    return text.slice(0, match.index) + replaced + text.slice(match.index + match[0].length);
  }
  return undefined;
}

import { demonymLines, placeLines } from './place-list.ts';
import type { Word } from './words.ts';

interface Gazetteer {
  /** Every name and alias in lower case → the place's proper name. */
  readonly byName: ReadonlyMap<string, string>;
  readonly wholeOf: ReadonlyMap<string, string>;
  readonly firstWords: ReadonlySet<string>;
}

/** A known place in a text, first and last word included. */
export interface PlaceMention {
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

const gazetteer = readGazetteer(placeLines);
const longestName = 4;
const demonyms: ReadonlyMap<string, readonly string[]> = new Map(
  demonymLines
    .trim()
    .split('\n')
    .map((line) => {
      const [place = '', names = ''] = line.split(': ');
      return [place, names.split(' ')] as const;
    }),
);
const byDemonym: ReadonlyMap<string, string> = new Map(
  [...demonyms].flatMap(([place, names]) =>
    names.flatMap((name) => [[name, place] as const, [`${name}s`, place] as const]),
  ),
);
// Ordinary words in lower case: only a capital makes them places.
const needCapital = new Set(
  'turkey chile mobile flint mesa cork buffalo phoenix queens niger'.split(' '),
);
// Words so common that they must be written in capitals throughout.
const needCapitals = new Set(['us', 'up', 'la']);

/** The places of a text; `cased` is false where capitals tell nothing. */
export function placesOf(words: readonly Word[], cased: boolean): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < words.length; at++) {
    const mention = placeAt(words, at, cased);
    if (!mention) continue;
    found.push(mention);
    at = mention.to;
  }
  return found;
}

/** One lies in the other, or they are the same. */
export function areNested(a: string, b: string): boolean {
  return liesIn(a, b) || liesIn(b, a);
}

/** 0 for countries and continents, 1 for their states or cities, 2 for the cities of states. */
export function depthOf(place: string): number {
  let depth = 0;
  for (let whole = gazetteer.wholeOf.get(place); whole && depth < 5; depth++) {
    whole = gazetteer.wholeOf.get(whole);
  }
  return depth;
}

/** What people and things of the place are called, in lower case. */
export function demonymsOf(place: string): readonly string[] {
  return demonyms.get(place) ?? [];
}

/** The place that "French" or "Germans" stands for. */
export function placeOfDemonym(folded: string): string | undefined {
  return byDemonym.get(folded);
}

/** Whether the name of a known place begins with this word. */
export function beginsPlace(folded: string): boolean {
  return gazetteer.firstWords.has(folded);
}

/** The place that a name in lower case stands for, if it is known. */
export function placeNamed(name: string): string | undefined {
  return gazetteer.byName.get(name);
}

function placeAt(words: readonly Word[], at: number, cased: boolean): PlaceMention | undefined {
  const first = words[at];
  if (!first?.beginsPlace) return undefined;
  for (let length = Math.min(longestName, words.length - at); length >= 1; length--) {
    const last = words[at + length - 1];
    if (!last || last.sentence !== first.sentence) continue;
    const name = words
      .slice(at, at + length)
      .map((word) => word.folded)
      .join(' ');
    const place = gazetteer.byName.get(name);
    if (!place) continue;
    if (needCapitals.has(name) && first.text !== first.text.toUpperCase()) continue;
    if (cased && needCapital.has(name) && !first.capital) continue;
    return { place, from: at, to: at + length - 1 };
  }
  return undefined;
}

function liesIn(part: string, whole: string): boolean {
  let place: string | undefined = part;
  for (let steps = 0; place && steps < 5; steps++) {
    if (place === whole) return true;
    place = gazetteer.wholeOf.get(place);
  }
  return false;
}

function readGazetteer(lines: string): Gazetteer {
  const byName = new Map<string, string>();
  const wholeOf = new Map<string, string>();
  const add = (entry: string): string => {
    const names = entry.split('|').map((name) => name.trim());
    const proper = names[0] ?? '';
    for (const name of names) byName.set(name.toLowerCase().replaceAll('.', ''), proper);
    return proper;
  };
  for (const line of lines.trim().split('\n')) {
    const [head = '', parts = ''] = line.split(':');
    const wholes = head.split(';').map(add);
    const whole = wholes.at(-1) ?? '';
    for (const part of parts.split(';')) {
      if (part.trim() !== '') wholeOf.set(add(part), whole);
    }
  }
  const firstWords = new Set([...byName.keys()].map((name) => name.split(' ')[0] ?? ''));
  return { byName, wholeOf, firstWords };
}

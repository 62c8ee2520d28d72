import { demonymLines, placeLines } from './place-list.ts';

interface Gazetteer {
  /** Every name and alias in lower case → the place's proper name. */
  readonly byName: ReadonlyMap<string, string>;
  readonly wholeOf: ReadonlyMap<string, string>;
  readonly firstWords: ReadonlySet<string>;
}

const gazetteer = readGazetteer(placeLines);
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

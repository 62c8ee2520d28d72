import type { DifferenceKind } from '../matcher.ts';
import { converseSets, directionSets, objectSets, quantifierSets } from './contrast-words.ts';
import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { stemOf } from './stem.ts';

/** A word's place in the tables: set number → which alternative of it the word belongs to. */
type Places = ReadonlyMap<number, number>;

interface Table {
  readonly kind: DifferenceKind;
  readonly places: ReadonlyMap<string, Places>;
}

const directions = tableOf('direction', directionSets);
const converses = tableOf('direction', converseSets);
const tables: readonly Table[] = [
  directions,
  converses,
  tableOf('object', objectSets),
  tableOf('quantifier', quantifierSets),
];

/** The asker uses one of two words that exclude each other, in a sentence that shares a word with the claim's use of the other. */
export function compareContrasts(asked: Reading, claim: CheckedReading): Finding[] {
  return tables.flatMap((table) => compareTable(table, asked, claim));
}

function tableOf(kind: DifferenceKind, text: string): Table {
  const places = new Map<string, Map<number, number>>();
  for (const [set, line] of text.trim().split('\n').entries()) {
    for (const [side, alternative] of line.split('|').entries()) {
      for (const word of alternative.split(',')) {
        const stem = stemOf(word.trim());
        const own = places.get(stem) ?? new Map<number, number>();
        own.set(set, side);
        places.set(stem, own);
      }
    }
  }
  return { kind, places };
}

/** Whether two words tell one thing from either side: always, as "beat" and "lost" do, or where they compare, as "older" and "younger". */
export function isConverse(one: string, other: string, compares: boolean): boolean {
  return isOpposite(converses, one, other) || (compares && isOpposite(directions, one, other));
}

function isOpposite({ places }: Table, one: string, other: string): boolean {
  const others = places.get(other);
  return [...(places.get(one) ?? [])].some(([set, side]) => (others?.get(set) ?? side) !== side);
}

interface Use {
  readonly set: number;
  readonly side: number;
  readonly at: number;
  readonly denied: boolean;
  readonly reading: Reading;
  /** Stems of its sentence's content words. */
  readonly beside: ReadonlySet<string>;
}

function compareTable(table: Table, asked: Reading, claim: CheckedReading): Finding[] {
  const askedUses = usesOf(table, asked);
  const isStated = ({ at }: Use) => claim.mentioned.has(asked.words[at]?.stem ?? '');
  if (askedUses.every(isStated)) return [];
  const checkedUses = claim.all.flatMap((reading) => usesOf(table, reading));
  const findings: Finding[] = [];
  const reported = new Set<number>();
  for (const use of askedUses) {
    if (reported.has(use.at) || isStated(use)) continue;
    const others = checkedUses.filter((other) => other.set === use.set);
    const rival = others.find((other) => isReplaced(use, other, askedUses));
    if (!rival) continue;
    const stated = others.filter((other) => other.side === use.side);
    // "Marland beat Orrelia" doesn't state that Orrelia won.
    if (
      stated.some(
        (other) => subjectOf(other) === subjectOf(use) || subjectOf(rival) !== subjectOf(use),
      )
    )
      continue;
    reported.add(use.at);
    findings.push({
      kind: table.kind,
      asked: { reading: asked, from: use.at, to: use.at },
      checked: { reading: rival.reading, from: rival.at, to: rival.at },
    });
  }
  return findings;
}

function usesOf(table: Table, reading: Reading): Use[] {
  const uses: Use[] = [];
  const content = new Map<number, ReadonlySet<string>>();
  for (const [at, { stem, sentence }] of reading.words.entries()) {
    const places = table.places.get(stem);
    if (!places || isIdiom(reading, at)) continue;
    const denied = reading.polarity.parity[at] === 1;
    const beside = content.get(sentence) ?? contentIn(reading, sentence);
    content.set(sentence, beside);
    for (const [set, side] of places) uses.push({ set, side, at, denied, reading, beside });
  }
  return uses;
}

const motions = /^(?:go|com|move|push|driv|bring|trend|edg|creep|head|way)e?$/;

/** Nouns with the stem of "new", "good", "light", and so on. */
const otherNouns: ReadonlySet<string> = new Set(['news', 'goods', 'lights', 'shorts', 'colds']);

/** "All-time record", "at all": no amount. "Blow up", "shut down": no direction, as "went up" is. */
function isIdiom({ words, isContent }: Reading, at: number): boolean {
  const folded = words[at]?.folded ?? '';
  if (otherNouns.has(folded)) return true;
  if (folded === 'up' || folded === 'down') return !motions.test(words[at - 1]?.stem ?? '');
  if (folded !== 'all') return false;
  // "In all schools" is one.
  const before = words[at - 1]?.folded ?? '';
  if (before === 'in' && isContent[at + 1] && words[at + 1]?.clause === words[at]?.clause)
    return false;
  return words[at + 1]?.folded === 'time' || /^(?:at|after|of|in|above)$/.test(before);
}

/** Both words stand among the same content, and the asker's text doesn't have the claim's word as well. */
function isReplaced(asked: Use, checked: Use, askedUses: readonly Use[]): boolean {
  // "Not legal" is "illegal".
  if (asked.denied !== checked.denied) return false;
  // "More strict laws, less violence" has the claim's "more" as well, but not where the claim has it.
  const standsAlike = (use: Use) => follows(use) === follows(checked);
  const both = askedUses.filter((use) => use.set === checked.set && use.side === checked.side);
  if (both.length > 0) return standsAlike(asked) && !both.some(standsAlike);
  return [...checked.beside].some((stem) => asked.beside.has(stem));
}

/** The two content words that follow, as one text. */
function follows({ reading, at }: Use): string {
  const next: string[] = [];
  for (let index = at + 1; index < reading.words.length && next.length < 2; index++)
    if (reading.isContent[index]) next.push(reading.words[index]?.stem ?? '');
  return next.length < 2 ? `${at}` : next.join(' ');
}

/** The stem of the content word before. */
function subjectOf({ reading, at }: Use): string | undefined {
  for (let index = at - 1; index >= 0; index--) {
    if (reading.isContent[index]) return reading.words[index]?.stem;
  }
  return undefined;
}

function contentIn({ words, isContent }: Reading, sentence: number): ReadonlySet<string> {
  return new Set(
    words.flatMap((word, at) => (isContent[at] && word.sentence === sentence ? [word.stem] : [])),
  );
}

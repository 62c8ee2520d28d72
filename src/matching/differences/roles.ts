import { isMisspelling } from '../text/misspelling.ts';
import type { Finding, Span } from './finding.ts';
import type { NameMention } from './name-mentions.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** "A gave B" against "B gave A": the same two names around the same verb, the other way round. */
export function compareRoles(asked: Reading, claim: CheckedReading): Finding[] {
  const names = distinct(claim.names);
  const positionOf = rememberPositions();
  for (const [index, first] of names.entries()) {
    for (const second of names.slice(index + 1)) {
      const finding = swapped(asked, claim, first, second, positionOf);
      if (finding) return [finding];
    }
  }
  return [];
}

/** "Krasner" after "Larry Krasner" is the same person. */
function distinct(names: readonly NameMention[]): NameMention[] {
  const kept: NameMention[] = [];
  for (const name of names) {
    const known = kept.some(({ parts }) => parts.some((part) => name.parts.includes(part)));
    if (!known) kept.push(name);
  }
  return kept;
}

const circumstances = new Set('during under after before since with in at and over'.split(' '));

interface Deed {
  /** True when the first of the two names does it, with the passive turned round. */
  readonly firstActs: boolean;
  readonly verbs: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

function swapped(
  asked: Reading,
  claim: CheckedReading,
  first: NameMention,
  second: NameMention,
  positionOf: PositionOf,
): Finding | undefined {
  const moved = movedBack(asked, claim, first, second, positionOf);
  if (moved) return moved;
  const said = deedOf(asked, first, second, positionOf);
  if (!said) return undefined;
  let opposite: { reading: Reading; deed: Deed } | undefined;
  for (const reading of claim.all) {
    const deed = deedOf(reading, first, second, positionOf);
    if (!deed || ![...deed.verbs].some((verb) => said.verbs.has(verb))) continue;
    if (deed.firstActs === said.firstActs) return undefined;
    opposite ??= { reading, deed };
  }
  if (!opposite) return undefined;
  return {
    kind: 'role',
    asked: { reading: asked, from: said.from, to: said.to },
    checked: { reading: opposite.reading, from: opposite.deed.from, to: opposite.deed.to },
  };
}

/** "From Dunhaven to Brell" against "from Brell to Dunhaven". */
function movedBack(
  asked: Reading,
  claim: CheckedReading,
  first: NameMention,
  second: NameMention,
  positionOf: PositionOf,
): Finding | undefined {
  const said = moveOf(asked, first, second, positionOf);
  if (!said) return undefined;
  const moves = claim.all.flatMap((reading) => moveOf(reading, first, second, positionOf) ?? []);
  const opposite = moves.find((move) => move.toSecond !== said.toSecond);
  if (!opposite || moves.some((move) => move.toSecond === said.toSecond)) return undefined;
  return { kind: 'role', asked: said.span, checked: opposite.span };
}

function moveOf(
  reading: Reading,
  first: NameMention,
  second: NameMention,
  positionOf: PositionOf,
): { readonly toSecond: boolean; readonly span: Span } | undefined {
  const a = positionOf(reading, first);
  const b = positionOf(reading, second);
  const before = (at: number) => reading.words[at - 1]?.folded;
  const toSecond = before(a) === 'from' && before(b) === 'to';
  if (!toSecond && !(before(a) === 'to' && before(b) === 'from')) return undefined;
  return { toSecond, span: { reading, from: Math.min(a, b) - 1, to: Math.max(a, b) } };
}

/** What stands between two names of one sentence. */
function deedOf(
  reading: Reading,
  first: NameMention,
  second: NameMention,
  positionOf: PositionOf,
): Deed | undefined {
  const a = positionOf(reading, first);
  const b = positionOf(reading, second);
  if (a < 0 || b < 0 || a === b) return undefined;
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  const start = reading.words[from];
  if (!start || start.sentence !== reading.words[to]?.sentence || to - from > 10) return undefined;
  const verbs = new Set<string>();
  for (let at = from + 1; at < to; at++) {
    const word = reading.words[at];
    if (!word || !reading.isContent[at] || reading.isNumber[at]) continue;
    if (first.parts.includes(word.folded) || second.parts.includes(word.folded)) continue;
    verbs.add(word.stem);
  }
  // "During the Obama administration" says when, not who.
  if (reading.words.slice(to - 3, to).some(({ folded }) => circumstances.has(folded)))
    return undefined;
  const passive = leadsToWhoActs(reading.words.slice(from + 1, to).map(({ folded }) => folded));
  return verbs.size === 0 ? undefined : { firstActs: a < b !== passive, verbs, from, to };
}

/** "Was fired by", "was scrapped thanks to": the second name acts. */
function leadsToWhoActs(between: readonly string[]): boolean {
  return /\bby\b|\b(?:thanks|due) to\b|\bbecause of\b/.test(between.join(' '));
}

/** The place of a name among the words of a reading, or -1. */
type PositionOf = (reading: Reading, name: NameMention) => number;

/** Each name is asked for once with every other. */
function rememberPositions(): PositionOf {
  const known = new Map<Reading, Map<NameMention, number>>();
  return (reading, name) => {
    const positions = known.get(reading) ?? new Map<NameMention, number>();
    known.set(reading, positions);
    const position = positions.get(name) ?? findPosition(reading, name);
    positions.set(name, position);
    return position;
  };
}

function findPosition({ words }: Reading, name: NameMention): number {
  const surname = words.findIndex(({ folded }) => folded === name.parts.at(-1));
  if (surname >= 0) return surname;
  return words.findIndex(({ folded }) => name.parts.some((part) => isMisspelling(folded, part)));
}

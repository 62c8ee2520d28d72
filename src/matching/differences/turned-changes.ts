import { type Amount, wordsBeside } from '../amounts/amount.ts';
import { isSameAmount } from '../amounts/same-amount.ts';
import type { Finding, Span } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { wordsWithin } from './words.ts';

/** What something was and what it became: "from 300 to 260", "260 instead of 300", "up from 300". */
interface Change {
  readonly before: Mention;
  readonly after: Mention;
  readonly reading: Reading;
}

/** Words of a reading, the first and the last included. */
interface Mention {
  readonly from: number;
  readonly to: number;
  readonly amount: Amount | undefined;
  readonly stem: string;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** In English, German, Spanish, French and Portuguese, folded. */
const origins = setOf('from von vom desde de del depuis du da do');
const goals = setOf('to into auf zu zum zur nach a al hacia para vers ao');
/** By their first words, what follows it. */
const replacing: ReadonlyMap<string, readonly string[]> = new Map([
  ['instead', ['of']],
  ['rather', ['than']],
  ['statt', []],
  ['anstatt', []],
  ['anstelle', ['von']],
  ['en', ['vez de', 'lugar de']],
  ['au', ['lieu de']],
  ['em', ['vez de']],
  ['ao', ['inves de']],
]);

/** A change told the other way round: "from 260 to 300" for "from 300 to 260", "moved to A from B" for "from A to B". */
export function compareTurnedChanges(asked: Reading, claim: CheckedReading): Finding[] {
  const own = changesIn(asked);
  if (own.length === 0) return [];
  const checked = claim.all.flatMap(changesIn);
  // Who gives one change as the claim does has two of them, or dates beside it: "from 64 % in 2017 to 58 % in 2021".
  if (own.some(({ before }) => checked.some((other) => isSame(before, other.before)))) return [];
  return own.flatMap((change): Finding[] => {
    const turned = checked.find(
      (other) => isSame(change.before, other.after) && isSame(change.after, other.before),
    );
    if (!turned) return [];
    return [{ kind: 'role', asked: spanOf(change), checked: spanOf(turned) }];
  });
}

function isSame(one: Mention, other: Mention): boolean {
  if (one.amount && other.amount) return isSameAmount(one.amount, other.amount);
  return !one.amount && !other.amount && one.stem === other.stem;
}

/** What changes of the claim that a text tells alike began with: "260 instead of 300" denies no 300 that the claim names as what it was. */
export function beginningsToldAlike(asked: Reading, claim: CheckedReading): Span[] {
  const own = changesIn(asked);
  if (own.length === 0) return [];
  const checked = claim.all.flatMap(changesIn);
  return own.flatMap(({ before: { from, to }, before, after }) => {
    const isAlike = checked.some(
      (other) => isSame(before, other.before) && isSame(after, other.after),
    );
    return isAlike ? [{ reading: asked, from, to }] : [];
  });
}

function spanOf({ before, after, reading }: Change): Span {
  return {
    reading,
    from: Math.min(before.from, after.from),
    to: Math.max(before.to, after.to),
  };
}

function changesIn(reading: Reading): Change[] {
  const { words } = reading;
  const changes: Change[] = [];
  let amounts: readonly (Mention | undefined)[] | undefined;
  for (const [at, { folded }] of words.entries()) {
    if (origins.has(folded)) {
      const before = behind(at + 1);
      const after = before && goalOf(at, before);
      if (before && after) changes.push({ before, after, reading });
    }
    const length = lengthOfReplacing(words, at);
    if (length === 0) continue;
    const before = behind(at + length);
    const after = before && ahead(at, Boolean(before.amount));
    if (before && after) changes.push({ before, after, reading });
  }
  return changes;

  function goalOf(origin: number, before: Mention): Mention | undefined {
    for (let at = before.to + 1; at <= before.to + wordsBeside && isNear(origin, at); at += 1) {
      if (goals.has(words[at]?.folded ?? '')) return ofSort(behind(at + 1), before);
    }
    for (let at = origin - 1; at >= origin - 2 * wordsBeside && isNear(origin, at); at -= 1) {
      if (goals.has(words[at]?.folded ?? '')) return ofSort(behind(at + 1), before);
    }
    // "It has 260, down from 300".
    return before.amount && ahead(origin, true);
  }

  function ofSort(mention: Mention | undefined, other: Mention): Mention | undefined {
    return mention && Boolean(mention.amount) === Boolean(other.amount) ? mention : undefined;
  }

  function isNear(one: number, other: number): boolean {
    return words[other] !== undefined && words[one]?.sentence === words[other]?.sentence;
  }

  /** The first amount or content word from there on. */
  function behind(from: number): Mention | undefined {
    for (let at = from; at < from + wordsBeside && isNear(from, at); at += 1) {
      const mention = mentionAt(at);
      if (mention) return mention;
    }
    return undefined;
  }

  /** The last amount, or else content word, before it. */
  function ahead(from: number, isAmount: boolean): Mention | undefined {
    for (let at = from - 1; at >= from - 2 * wordsBeside && isNear(from, at); at -= 1) {
      const mention = mentionAt(at);
      if (mention && Boolean(mention.amount) === isAmount) return mention;
    }
    return undefined;
  }

  function mentionAt(at: number): Mention | undefined {
    amounts ??= amountsByWord(reading);
    if (amounts[at]) return amounts[at];
    if (!reading.isContent[at] || reading.isNumber[at]) return undefined;
    return { from: at, to: at, amount: undefined, stem: words[at]?.stem ?? '' };
  }
}

/** How many words say there that something came in the place of what follows. */
function lengthOfReplacing(words: Reading['words'], at: number): number {
  const rests = replacing.get(words[at]?.folded ?? '');
  if (!rests) return 0;
  if (rests.length === 0) return 1;
  const next = (step: number) => words[at + step]?.folded ?? '';
  if (rests.includes(next(1))) return 2;
  return rests.includes(`${next(1)} ${next(2)}`) ? 3 : 0;
}

function amountsByWord(reading: Reading): (Mention | undefined)[] {
  const found: (Mention | undefined)[] = [];
  for (const amount of reading.amounts) {
    const { from, to } = wordsWithin(reading, amount.from, amount.to);
    const digits = wordsWithin(reading, amount.from, amount.numberTo);
    for (let at = digits.from; at <= digits.to; at += 1)
      found[at] ??= { from, to, amount, stem: '' };
  }
  return found;
}

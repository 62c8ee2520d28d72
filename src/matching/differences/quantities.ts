import { askingWords, functionWords } from './function-words.ts';
import { bounds, measures, sameUnits } from './number-words.ts';
import { readNumber, type Unit } from './read-number.ts';
import { isMisspelling } from './spelling.ts';
import type { Word, WordList } from './words.ts';

/** A number as a text uses it; "$1.45M" and "1,450,000 dollars" have the same value and unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
  readonly bound: 'over' | 'under' | 'about' | undefined;
  /** The stem of the unit of measure behind it: "kilometr", "week". */
  readonly measure: string | undefined;
  /** Stems of the words that say what is counted. */
  readonly counted: readonly string[];
  /** First and last word. */
  readonly from: number;
  readonly to: number;
  /** First word including the bound: "more than 30". */
  readonly boundFrom: number;
}

const currency = new Set([
  'dollar',
  'dollars',
  'usd',
  'bucks',
  'euro',
  'euros',
  'pounds',
  'rupees',
  'rs',
  'cents',
]);
const percentWords = new Set(['percent', 'pct', 'percentage', 'pc']);

/** Every quantity of a text but its years and days, which `datesOf` reads; `dated` are the words those took. */
export function quantitiesOf(list: WordList, dated: ReadonlySet<number>): Quantity[] {
  const found: Quantity[] = [];
  const { words } = list;
  for (let at = 0; at < words.length; at++) {
    if (dated.has(at)) continue;
    const quantity = quantityAt(list, at, dated);
    if (!quantity) continue;
    found.push(quantity);
    at = Math.max(at, quantity.to);
  }
  return found;
}

function quantityAt(list: WordList, at: number, dated: ReadonlySet<number>): Quantity | undefined {
  const { words } = list;
  const word = words[at];
  if (!word || word.tagged || isListNumber(list, word)) return undefined;
  const read = readNumber(list, at, dated);
  if (!read) return undefined;
  const { value, to } = read;
  let { unit } = read;
  let last = to;
  const next = words[last + 1];
  if (next && sameSentence(word, next)) {
    if (percentWords.has(next.folded) || isMisspelling(next.folded, 'percent')) {
      unit = 'share';
      last += next.folded === 'percentage' && words[last + 2]?.folded.startsWith('point') ? 2 : 1;
    } else if (next.folded === 'per' && words[last + 2]?.folded === 'cent') {
      unit = 'share';
      last += 2;
    } else if (currency.has(next.folded)) {
      unit = 'money';
      last++;
    } else if ((next.folded === 'times' || next.folded === 'x') && unit === 'count') {
      unit = 'times';
      last++;
    }
  }
  const { bound, boundFrom } = boundBefore(words, at);
  const normal = unit === 'share' && read.unit !== 'share' ? value / 100 : value;
  return {
    value: normal,
    unit,
    bound,
    boundFrom,
    measure: measureAfter(words[last + 1], word),
    counted: countedAfter(words, last, word),
    from: at,
    to: last,
  };
}

/** "1. The first item". */
function isListNumber({ text }: WordList, { opens, folded, end }: Word): boolean {
  return opens && /^\d$/.test(folded) && /^[.)] /.test(text.slice(end, end + 2));
}

function boundBefore(words: readonly Word[], at: number): Pick<Quantity, 'bound' | 'boundFrom'> {
  const sentence = words[at]?.sentence;
  // "More than just 30", "over the 30".
  const end = /^(?:just|only|the|a|an)$/.test(words[at - 1]?.folded ?? '') ? at - 1 : at;
  for (let length = 3; length >= 1; length--) {
    const from = end - length;
    const first = words[from];
    if (!first || first.sentence !== sentence) continue;
    const phrase = words
      .slice(from, end)
      .map((word) => word.folded)
      .join(' ');
    const bound = bounds.get(phrase);
    if (bound) return { bound: isTurned(words, from) ? opposite[bound] : bound, boundFrom: from };
  }
  return { bound: undefined, boundFrom: at };
}

const opposite = { over: 'under', under: 'over', about: 'about' } as const;

/** "Not to drink more than four" sets the limit that "at most four" does. */
function isTurned(words: readonly Word[], bound: number): boolean {
  const clause = words[bound]?.clause;
  return words
    .slice(Math.max(0, bound - denialReach), bound)
    .some((word) => word.clause === clause && (word.folded === 'not' || word.folded === 'never'));
}

/** Words between a denial and the bound that it turns round. */
const denialReach = 3;

function measureAfter(next: Word | undefined, start: Word): string | undefined {
  if (!next || !sameSentence(start, next) || !measures.has(next.stem)) return undefined;
  return sameUnits.get(next.stem) ?? next.stem;
}

function countedAfter(words: readonly Word[], last: number, start: Word): string[] {
  const counted: string[] = [];
  for (let at = last + 1; at < words.length && at <= last + 5 && counted.length < 3; at++) {
    const word = words[at];
    // "Season 6, its creator said" counts no creators.
    if (!word || !sameSentence(start, word) || word.clause !== words[last]?.clause) break;
    if (!functionWords.has(word.folded) && !askingWords.has(word.folded)) counted.push(word.stem);
  }
  return counted;
}

function sameSentence(a: Word, b: Word): boolean {
  return a.sentence === b.sentence;
}

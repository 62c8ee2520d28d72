import { askingWords, functionWords } from './function-words.ts';
import {
  bounds,
  fractions,
  magnitudes,
  measures,
  multiples,
  ordinals,
  sameUnits,
  smallNumbers,
} from './number-words.ts';
import { isMisspelling } from './spelling.ts';
import type { Word, WordList } from './words.ts';

/** `share`: a part of a whole, 0.1 for "10%" as for "a tenth"; `times`: a factor; `rank`: first, 2nd. */
export type Unit = 'count' | 'money' | 'share' | 'times' | 'rank';

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
// Longer runs of digits are no amounts, and reading them would take time.
const longestNumber = 24;
const percentWords = new Set(['percent', 'pct', 'percentage', 'pc']);
// Their number is a name or a way of speaking: "one of the", "24/7".
const idle = new Set([
  'one',
  'once',
  'second',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'double',
]);

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

function readNumber(
  list: WordList,
  at: number,
  dated: ReadonlySet<number>,
): { value: number; unit: Unit; to: number } | undefined {
  const { words } = list;
  const word = words[at];
  if (!word) return undefined;
  const fraction = readFraction(words, at);
  if (fraction) return fraction;
  const digits = /^([$€£₹]?)(\d+(?:[.,]\d+)*)(%|\p{L}*)$/u.exec(word.folded);
  if (digits) {
    const value = parseDigits(digits[2] ?? '');
    if (Number.isNaN(value)) return undefined;
    const suffix = digits[3] ?? '';
    const unit: Unit = digits[1] ? 'money' : 'count';
    if (suffix === '%') return { value: value / 100, unit: 'share', to: at };
    if (suffix === 'x') return { value, unit: 'times', to: at };
    if (/^(?:st|nd|rd|th)$/.test(suffix)) return { value, unit: 'rank', to: at };
    const magnitude = magnitudes.get(suffix);
    if (magnitude) return { value: value * magnitude, unit, to: at };
    if (suffix !== '') return undefined;
    const slashed = readSlashed(list, at, value);
    if (slashed) return slashed;
    const outOf = readOutOf(words, at, value);
    if (outOf) return outOf;
    return withMagnitudes(words, at, value, unit, dated);
  }
  const rank = ordinals.get(word.folded);
  if (rank !== undefined && !idle.has(word.folded)) return { value: rank, unit: 'rank', to: at };
  const multiple = multiples.get(word.folded);
  if (multiple !== undefined && !idle.has(word.folded))
    return { value: multiple, unit: 'times', to: at };
  return readWords(words, at);
}

/** "thirty-one", "two hundred and five", "a million". */
function readWords(
  words: readonly Word[],
  at: number,
): { value: number; unit: Unit; to: number } | undefined {
  const first = words[at];
  if (!first) return undefined;
  let value = smallNumbers.get(first.folded);
  let to = at;
  if (value === undefined) {
    if (first.folded !== 'a' && first.folded !== 'an' && first.folded !== 'half') {
      const bare = magnitudes.get(first.folded);
      // "the million", "a billion-dollar": a magnitude alone counts once it is written out.
      return bare && first.folded.length > 3 && !idle.has(first.folded)
        ? { value: bare, unit: 'count', to: at }
        : undefined;
    }
    const magnitude = magnitudes.get(words[at + 1]?.folded ?? '');
    if (!magnitude || (words[at + 1]?.folded.length ?? 0) < 4) return undefined;
    value = first.folded === 'half' ? 0.5 : 1;
  } else {
    const unit = smallNumbers.get(words[to + 1]?.folded ?? '');
    if (value >= 20 && unit !== undefined && unit > 0 && unit < 10) {
      value += unit;
      to++;
    }
  }
  const outOf = to === at ? readOutOf(words, at, value) : undefined;
  if (outOf) return outOf;
  const scaled = withMagnitudes(words, to, value, 'count', new Set());
  if (scaled.to === at && idle.has(first.folded)) return undefined;
  return scaled;
}

function withMagnitudes(
  words: readonly Word[],
  at: number,
  start: number,
  unit: Unit,
  dated: ReadonlySet<number>,
): { value: number; unit: Unit; to: number } {
  let total = 0;
  let value = start;
  let to = at;
  for (let hops = 0; hops < 8; hops++) {
    const next = words[to + 1];
    if (!next || dated.has(to + 1)) break;
    const magnitude = magnitudeOf(next.folded);
    const small = smallNumbers.get(next.folded) ?? smallNumbers.get(words[to + 2]?.folded ?? '');
    if (magnitude && (next.folded.length > 1 || unit === 'money')) {
      value =
        value >= 100 || total === 0 || magnitude > 100 ? value * magnitude : value + magnitude;
      to++;
    } else if (value >= 100 && value % 100 === 0 && to > at && small !== undefined && small > 0) {
      if (next.folded === 'and' && smallNumbers.has(words[to + 2]?.folded ?? '')) to++;
      else if (!smallNumbers.has(next.folded)) break;
      total += value;
      value = smallNumbers.get(words[to + 1]?.folded ?? '') ?? 0;
      to++;
      const unitPart = smallNumbers.get(words[to + 1]?.folded ?? '');
      if (value >= 20 && unitPart !== undefined && unitPart > 0 && unitPart < 10) {
        value += unitPart;
        to++;
      }
    } else break;
  }
  return { value: total + value, unit, to };
}

// "Milion" is a slip; "billion" for "million" is not, so the first letter must be right.
const written = ['million', 'billion', 'thousand', 'hundred', 'trillion'];

function magnitudeOf(word: string): number | undefined {
  const exact = magnitudes.get(word);
  if (exact !== undefined || word.length < 6) return exact;
  const intended = written.find((name) => name[0] === word[0] && isMisspelling(word, name));
  return intended === undefined ? undefined : magnitudes.get(intended);
}

/** "one-third", "a third of", "two fifths", "half of", "1/3"; "third" alone is a rank. */
function readFraction(
  words: readonly Word[],
  at: number,
): { value: number; unit: Unit; to: number } | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return undefined;
  if (word.folded === 'half') {
    return magnitudes.has(next?.folded ?? '') ? undefined : { value: 0.5, unit: 'share', to: at };
  }
  const part = fractions.get(next?.folded ?? '');
  if (part === undefined || !next) return undefined;
  const count =
    word.folded === 'a' || word.folded === 'an'
      ? 1
      : (smallNumbers.get(word.folded) ?? Number(word.folded));
  if (!(count > 0 && count < 10)) return undefined;
  const article = word.folded.startsWith('a');
  if (article && words[at + 2]?.folded !== 'of' && !/^(?:half|quarter)$/.test(next.folded))
    return undefined;
  return { value: count * part, unit: 'share', to: at + 1 };
}

/** "1/3". */
function readSlashed({ text, words }: WordList, at: number, value: number) {
  const next = words[at + 1];
  if (!next || !/^[1-9]\d?$/.test(next.folded) || text.slice(words[at]?.end, next.start) !== '/')
    return undefined;
  const whole = Number(next.folded);
  return value < whole ? { value: value / whole, unit: 'share' as const, to: at + 1 } : undefined;
}

/** "one in three", "2 out of 10". */
function readOutOf(
  words: readonly Word[],
  at: number,
  value: number,
): { value: number; unit: Unit; to: number } | undefined {
  const middle = words[at + 1]?.folded;
  const to =
    middle === 'in' ? at + 2 : middle === 'out' && words[at + 2]?.folded === 'of' ? at + 3 : 0;
  if (to === 0) return undefined;
  const whole = words[to]?.folded ?? '';
  const total = smallNumbers.get(whole) ?? (/^\d{1,3}$/.test(whole) ? Number(whole) : Number.NaN);
  return total > value && total <= 1000 ? { value: value / total, unit: 'share', to } : undefined;
}

/** "1,450,000" and "1.450.000" are one number; "1.45" and "1,45" have decimals. */
function parseDigits(digits: string): number {
  if (digits.length > longestNumber) return Number.NaN;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll('.', ''));
  // Indian grouping: 10,00,000.
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(digits)) return Number(digits.replaceAll(',', ''));
  return Number(digits.replace(',', '.').replace(/[.,](?=.*[.,])/g, ''));
}

function boundBefore(words: readonly Word[], at: number): Pick<Quantity, 'bound' | 'boundFrom'> {
  const sentence = words[at]?.sentence;
  for (let length = 3; length >= 1; length--) {
    const from = at - length;
    const first = words[from];
    if (!first || first.sentence !== sentence) continue;
    const phrase = words
      .slice(from, at)
      .map((word) => word.folded)
      .join(' ');
    const bound = bounds.get(phrase);
    if (bound) return { bound, boundFrom: from };
  }
  return { bound: undefined, boundFrom: at };
}

function measureAfter(next: Word | undefined, start: Word): string | undefined {
  if (!next || !sameSentence(start, next) || !measures.has(next.stem)) return undefined;
  return sameUnits.get(next.stem) ?? next.stem;
}

function countedAfter(words: readonly Word[], last: number, start: Word): string[] {
  const counted: string[] = [];
  for (let at = last + 1; at < words.length && at <= last + 5 && counted.length < 3; at++) {
    const word = words[at];
    if (!word || !sameSentence(start, word)) break;
    if (!functionWords.has(word.folded) && !askingWords.has(word.folded)) counted.push(word.stem);
  }
  return counted;
}

function sameSentence(a: Word, b: Word): boolean {
  return a.sentence === b.sentence;
}

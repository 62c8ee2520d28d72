import { isGroupedByPoint, plainDigits } from '../text/number-format.ts';
import { fractions, magnitudes, multiples, ordinals, smallNumbers } from './number-words.ts';
import { isMisspelling } from './spelling.ts';
import type { Word, WordList } from './words.ts';

/** `share`: a part of a whole, 0.1 for "10%" as for "a tenth"; `times`: a factor; `rank`: first, 2nd. */
export type Unit = 'count' | 'money' | 'share' | 'times' | 'rank';

/** A number without what is counted; `to` is its last word. */
interface NumberRead {
  readonly value: number;
  readonly unit: Unit;
  readonly to: number;
}

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
// Longer runs of digits are no amounts, and reading them would take time.
const longestNumber = 24;

/** The number that begins at a word: digits, words, a fraction, a factor or a rank. */
export function readNumber(
  list: WordList,
  at: number,
  dated: ReadonlySet<number>,
): NumberRead | undefined {
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
    const scaled = withMagnitudes(words, at, value, unit, dated);
    const isThousands = scaled.to === at && isGroupedByPoint(digits[2] ?? '');
    return isThousands ? { ...scaled, value: value * 1000 } : scaled;
  }
  const rank = ordinals.get(word.folded);
  if (rank !== undefined && !idle.has(word.folded)) return { value: rank, unit: 'rank', to: at };
  const multiple = multiples.get(word.folded);
  if (multiple !== undefined && (!idle.has(word.folded) || isFactor(words, at)))
    return { value: multiple, unit: 'times', to: at };
  return readWords(words, at);
}

/** "Is double the", where "double standards" are none. */
function isFactor(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.folded === 'double' &&
    (/^(?:is|are|was|were|be|nearly|almost|than)$/.test(words[at - 1]?.folded ?? '') ||
      /^(?:the|what|that)$/.test(words[at + 1]?.folded ?? ''))
  );
}

/** "thirty-one", "two hundred and five", "a million". */
function readWords(words: readonly Word[], at: number): NumberRead | undefined {
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
): NumberRead {
  let total = 0;
  let value = start;
  let to = at;
  for (let hops = 0; hops < 8; hops++) {
    const next = words[to + 1];
    if (!next || dated.has(to + 1)) break;
    const magnitude = magnitudeOf(next.folded);
    const small = smallNumbers.get(next.folded) ?? smallNumbers.get(words[to + 2]?.folded ?? '');
    // A letter after a number is seldom a magnitude; a sign is.
    if (magnitude && (!/^\w$/.test(next.folded) || unit === 'money')) {
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
function readFraction(words: readonly Word[], at: number): NumberRead | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return undefined;
  if (word.folded === 'half') {
    // "The first half of 2016" is six months; it counts nothing.
    if (/^(?:first|second|latter|other|better)$/.test(words[at - 1]?.folded ?? ''))
      return undefined;
    // "Half a billion".
    const amount = next?.folded === 'a' ? magnitudes.get(words[at + 2]?.folded ?? '') : undefined;
    if (amount !== undefined && amount >= 100)
      return { value: amount / 2, unit: 'count', to: at + 2 };
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
function readOutOf(words: readonly Word[], at: number, value: number): NumberRead | undefined {
  const middle = words[at + 1]?.folded;
  const to =
    middle === 'in' ? at + 2 : middle === 'out' && words[at + 2]?.folded === 'of' ? at + 3 : 0;
  if (to === 0) return undefined;
  const whole = words[to]?.folded ?? '';
  const total = smallNumbers.get(whole) ?? (/^\d{1,3}$/.test(whole) ? Number(whole) : Number.NaN);
  return total > value && total <= 1000 ? { value: value / total, unit: 'share', to } : undefined;
}

function parseDigits(digits: string): number {
  if (digits.length > longestNumber) return Number.NaN;
  return Number(
    plainDigits(digits)
      .replace(',', '.')
      .replace(/[.,](?=.*[.,])/g, ''),
  );
}

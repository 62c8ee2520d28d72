import { isMisspelling } from '../text/misspelling.ts';
import { isGroupedByPoint } from '../text/number-format.ts';
import { addedOnes, magnitudes, smallNumbers } from './number-words.ts';
import type { NumberPiece } from './pieces.ts';

/** A number without its unit; `last` is its last piece. */
export interface NumberRead {
  readonly value: number;
  readonly orValue?: number;
  /** What its figures were multiplied by. */
  readonly scale: number;
  readonly last: number;
}

/** "1,450", "1.45 million", "12.000". */
export function figuresAt(pieces: readonly NumberPiece[], at: number): NumberRead | undefined {
  const first = pieces[at];
  if (first?.number === undefined) return undefined;
  const { number } = first;
  let scale = 1;
  let orValue: number | undefined;
  let last = at;
  for (;;) {
    const next = pieces[last + 1];
    const magnitude = magnitudeOf(next);
    // "41 cents" are coins, a letter other than these a name.
    if (!next || magnitude === undefined || /^(?:cents?|t)$/.test(next.folded)) break;
    if (next.folded === 'mil' || next.folded === 'm')
      orValue = number * scale * (next.folded === 'm' ? 1 : 1e6);
    scale *= magnitude;
    last += 1;
  }
  // 12.000
  const grouped = last === at && isGroupedByPoint(first.folded) ? 1000 : 1;
  return {
    value: number * scale * grouped,
    scale,
    last,
    ...(orValue !== undefined && { orValue }),
  };
}

/** "Thirty-one", "fourteen hundred", "a million", "two thousand and five", "treinta y uno", "quatre-vingt-dix". */
export function spelledNumberAt(
  pieces: readonly NumberPiece[],
  at: number,
): NumberRead | undefined {
  let said: Said = { total: 0, part: undefined, scale: 1 };
  let last = at - 1;
  while (last - at < mostWords) {
    const isJoined = said.part !== undefined && ands.test(pieces[last + 1]?.folded ?? '');
    const place = last + (isJoined ? 2 : 1);
    const word = pieces[place];
    const more =
      word &&
      (withSmall(said, word, pieces[place - 1], isJoined) ??
        (isJoined ? undefined : withMagnitude(said, word)));
    if (!more) break;
    said = more;
    last = place;
  }
  if (said.part === undefined) return undefined;
  const { total, part, scale } = said;
  return { value: total + part, scale: part === 0 ? scale : 1, last };
}

/** Whether a word by itself begins a number in words. */
export function mayOpenNumber(folded: string): boolean {
  if (smallNumbers.has(folded)) return true;
  if (folded.length < 3) return false;
  const magnitude = magnitudeOfWord(folded);
  return magnitude === undefined ? compoundOf(folded) !== undefined : standsAlone(folded);
}

/** Whether a number goes on, or may go on, with a word. */
export function mayContinueNumber(folded: string): boolean {
  if (mayOpenNumber(folded) || ands.test(folded) || points.test(folded)) return true;
  return magnitudeOfWord(folded) !== undefined;
}

const mostWords = 10;
const points = /^(?:point|komma|coma|virgule|virgula)$/;
const ands = /^(?:and|und|y|e|et)$/;

/** What was said of a number so far. */
interface Said {
  /** What is complete: "two thousand". */
  readonly total: number;
  /** What may still be multiplied. */
  readonly part: number | undefined;
  /** What the complete part was multiplied by last. */
  readonly scale: number;
}

/** With a number below a hundred, or one that German writes as one word. */
function withSmall(
  said: Said,
  { folded }: NumberPiece,
  before: NumberPiece | undefined,
  isJoined: boolean,
): Said | undefined {
  const { total, part } = said;
  const small = smallNumbers.get(folded) ?? (isJoined ? addedOnes.get(folded) : compoundOf(folded));
  if (small === undefined) return undefined;
  if (part === undefined) return { ...said, part: small };
  if (part === 4 && /^vingts?$/.test(folded)) return { ...said, part: 80 };
  const isFrenchTeen = before?.folded === 'dix' && small > 6 && small < 10;
  return isFrenchTeen || goesWith(part, small, total) ? { ...said, part: part + small } : undefined;
}

/** Whether a number adds to what was read before it: "thirty" "one", "hundred" "five", "soixante" "dix". */
function goesWith(part: number, small: number, total: number): boolean {
  if (small === 0) return false;
  if (part === 0) return total > 0;
  const tens = part % 100;
  if (tens === 0) return true;
  if (tens < 20 || tens % 10 !== 0) return false;
  return small < 10 || ((tens === 60 || tens === 80) && small < 20);
}

function withMagnitude({ total, part, scale }: Said, word: NumberPiece): Said | undefined {
  const magnitude = magnitudeOf(word);
  if (magnitude === undefined || word.folded.length === 1) return undefined;
  if (part === undefined && !standsAlone(word.folded)) return undefined;
  // "Dos mil millones", "one lakh crore".
  if (part === 0 && total > 0)
    return magnitude > scale
      ? { total: total * magnitude, part, scale: scale * magnitude }
      : undefined;
  if (magnitude >= 1000)
    return { total: total + (part || 1) * magnitude, part: 0, scale: magnitude };
  // "Cinq cents", but "forty cents".
  if (part !== undefined && (part >= 100 || (part >= 10 && /^cents?$/.test(word.folded))))
    return undefined;
  return { total, part: (part || 1) * magnitude, scale };
}

/** "Zweihundertfünfzig", "dreitausend": German writes numbers below a million as one word. */
function compoundOf(folded: string): number | undefined {
  if (folded.length < shortestPower) return undefined;
  for (const [power, value] of powers) {
    if (!folded.includes(power)) continue;
    const [before = '', after = '', ...more] = folded.split(power);
    if (more.length > 0) continue;
    if (before + after === '') return undefined;
    const factor = before === '' || before === 'ein' ? 1 : below(before);
    const rest = after === '' ? 0 : below(after.replace(/^und/, ''));
    return factor === undefined || rest === undefined ? undefined : factor * value + rest;
  }
  return undefined;
}

const powers = [
  ['tausend', 1000],
  ['hundert', 100],
] as const;
/** Every word of a text is asked, most are shorter. */
const shortestPower = Math.min(...powers.map(([power]) => power.length));

function below(written: string): number | undefined {
  return smallNumbers.get(written) ?? magnitudes.get(written) ?? compoundOf(written);
}

/** "The million", not "the millions" or "a grand old man". */
function standsAlone(folded: string): boolean {
  return (folded.length > 3 || folded === 'mil') && !vague.has(folded);
}

const vague = new Set(
  `grand mill cent cents hundreds thousands millions billions trillions lakhs crores cientos millones milhoes bilhoes millionen milliarden
  milliards`.split(/\s+/),
);

// "Milion" is a slip; "billion" for "million" is not, so the first letter must be right.
const written = ['million', 'billion', 'thousand', 'hundred', 'trillion'];

/** What a word multiplies by. */
export function magnitudeOf(piece: NumberPiece | undefined): number | undefined {
  return piece?.number === undefined ? magnitudeOfWord(piece?.folded ?? '') : undefined;
}

function magnitudeOfWord(folded: string): number | undefined {
  const exact = magnitudes.get(folded);
  if (exact !== undefined || folded.length < 6) return exact;
  for (const name of written) {
    if (name.charCodeAt(0) === folded.charCodeAt(0) && isMisspelling(folded, name))
      return magnitudes.get(name);
  }
  return undefined;
}

/** "One point two", "one point four five million". */
export function withDecimals(pieces: readonly NumberPiece[], read: NumberRead): NumberRead {
  if (!points.test(pieces[read.last + 1]?.folded ?? '') || read.value >= 100)
    return withHalf(pieces, read);
  const start = read.last + 2;
  let digits = '';
  for (;;) {
    const digit = smallNumbers.get(pieces[start + digits.length]?.folded ?? '');
    if (digit === undefined || digit >= 10) break;
    digits += digit;
  }
  if (digits === '') return withHalf(pieces, read);
  const last = start + digits.length - 1;
  const magnitude = magnitudeOf(pieces[last + 1]) ?? 1;
  return {
    value: (read.value + Number(digits) / 10 ** digits.length) * magnitude,
    scale: magnitude,
    last: magnitude > 1 ? last + 1 : last,
  };
}

/** "Two and a half years", "dos millones y medio". */
export function withHalf(pieces: readonly NumberPiece[], read: NumberRead): NumberRead {
  const last = lastOfHalf(pieces, read.last);
  if (last === undefined) return read;
  if (read.scale > 1) return { ...read, value: read.value + read.scale / 2, last };
  const magnitude = magnitudeOf(pieces[last + 1]) ?? 1;
  return {
    value: (read.value + 0.5) * magnitude,
    scale: magnitude,
    last: magnitude > 1 ? last + 1 : last,
  };
}

/** The last piece of "and a half", if that stands behind a piece. */
export function lastOfHalf(pieces: readonly NumberPiece[], at: number): number | undefined {
  const behind = [1, 2, 3].map((hop) => pieces[at + hop]?.folded ?? '').join(' ');
  const [written] = /^(?:and a half|y medi[oa]|e mei[oa]|et demie?)(?= |$)/.exec(behind) ?? [];
  return written === undefined ? undefined : at + written.split(' ').length;
}

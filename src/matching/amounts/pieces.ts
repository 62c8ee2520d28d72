import { plainDigits } from '../text/number-format.ts';
import { foldWord, letter, unspaced } from '../text/text.ts';

/** What of a piece tells its number. */
export interface NumberPiece {
  /** Of digits, without what is glued to them. */
  readonly folded: string;
  /** Digits of the piece as a number, where it begins with some. */
  readonly number: number | undefined;
  readonly suffix: string;
}

/** A word, a sign, or digits with what is glued to them. */
export interface Piece extends NumberPiece {
  readonly prefix: string;
  /** What stands between the piece before and this one. */
  readonly gap: string;
  readonly from: number;
  readonly to: number;
}

// A day in figures; an hour; a fraction; a number with its sign and unit; a word; a sign.
const piece = new RegExp(
  [
    String.raw`(?<day>\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d)|\d{1,2}\/(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4})(?!\d)`,
    String.raw`(?<hour>\d{1,2}(?:[:.]\d\d)?(?: ?[ap](?:m|\.m\.?)(?!${letter})| ?Uhr(?!${letter})| o'?clock)|\d{1,2}[:h]\d\d)(?!\d)`,
    String.raw`(?<part>[1-9])[\/⁄](?<whole>[2-9]|10)(?![\d\/])`,
    String.raw`(?<prefix>[$€£₹¥']?)(?<digits>\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d)|\d+(?:[.,\u0020\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?)(?<suffix>%|${letter}+)?`,
    `${letter}+(?:['’]${letter}+)*`,
    `[${unspaced}]`,
    '[$€£₹¥%°+]',
  ].join('|'),
  'gv',
);
/** More would be a table, not a statement. */
const mostPieces = 400;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(piece)) {
    if (pieces.length >= mostPieces) break;
    const [written] = match;
    const { digits, prefix = '', suffix = '', part, whole } = match.groups ?? {};
    pieces.push({
      folded: digits ?? (/^\p{L}/u.test(written) ? foldNumberWord(written) : written),
      number: numberOf(digits, part, whole),
      prefix,
      // A capital by itself is a name, "5G", unless it is a magnitude.
      suffix: /^[^KMB\P{Lu}]$/u.test(suffix) ? `${suffix}-` : foldWord(suffix),
      gap: text.slice(end, match.index),
      from: match.index,
      to: match.index + written.length,
    });
    end = match.index + written.length;
  }
  return pieces;
}

function foldNumberWord(written: string): string {
  return isFrenchVery(written) ? 'très' : foldWord(written);
}

/** Without its accent "très" would be the Spanish three. */
export function isFrenchVery(written: string): boolean {
  return /^très$/i.test(written);
}

/** Longer runs of digits are no amounts. */
const mostDigits = 24;

function numberOf(digits?: string, part?: string, whole?: string): number | undefined {
  if (part && whole) return Number(part) < Number(whole) ? Number(part) / Number(whole) : undefined;
  if (digits === undefined || digits.length > mostDigits) return undefined;
  const number = Number(plainDigits(digits.replace(/\s/g, '')));
  return Number.isNaN(number) ? undefined : number;
}

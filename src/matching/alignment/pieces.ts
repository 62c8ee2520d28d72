import { foldWord } from '../text/text.ts';

/** A word, or digits with what is glued to them. */
export interface Piece {
  readonly folded: string;
  /** Digits of the piece as a number, where it begins with some. */
  readonly number: number | undefined;
  readonly suffix: string;
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

const piece =
  /([$€£₹¥']?)(\d+(?:[.,\u0020\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?)(%|\p{L}+)?|[\p{L}\p{M}]+(?:['’]\p{L}+)*|[$€£₹¥%°]/gu;
/** More would be a table, not a statement. */
const mostPieces = 400;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(piece)) {
    if (pieces.length >= mostPieces) break;
    const [written, prefix = '', digits, suffix = ''] = match;
    pieces.push({
      folded:
        digits === undefined ? (/^\p{L}/u.test(written) ? foldWord(written) : written) : digits,
      number: digits === undefined ? undefined : digitsToNumber(digits),
      prefix,
      // A capital by itself is a name, "5G", unless it is a magnitude.
      suffix: /^[^KMB\P{Lu}]$/u.test(suffix) ? `${suffix}-` : suffix.toLowerCase(),
      from: match.index,
      to: match.index + written.length,
    });
  }
  return pieces;
}

/** "1,450,000", "1.450.000", "1 450 000", "1.45", "1,45". */
function digitsToNumber(digits: string): number {
  const plain = digits.replace(/\s/g, '');
  const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(plain) && !/^0[.,]/.test(plain);
  if (grouped) return Number(plain.replace(/[.,]/g, ''));
  const lastMark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (lastMark < 0) return Number(plain);
  return Number(`${plain.slice(0, lastMark).replace(/[.,]/g, '')}.${plain.slice(lastMark + 1)}`);
}

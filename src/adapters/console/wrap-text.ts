import stringWidth from 'string-width';

/** Fewer columns than this hold no sentence; the terminal then breaks lines where it must. */
const narrowest = 20;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Of what a reader sees as one character, but for marks heaped on one, in columns. */
const widestSign = 2;

/** Breaks lines between words so that each fits, by the columns that its signs take: a Chinese one takes two. */
export function wrapText(text: string, width: number, indent = ''): string {
  const columns = Math.max(narrowest, width - indent.length);
  return text
    .normalize()
    .split('\n')
    .flatMap((line) => lineToRows(line, columns))
    .map((row) => indent + row)
    .join('\n');
}

function lineToRows(line: string, columns: number): string[] {
  const mayBreakWords = !holdsAddress(line);
  const rows: string[] = [];
  let row = '';
  let taken = 0;
  const next = (begin: string): void => {
    if (row !== '') rows.push(row);
    row = begin;
    taken = stringWidth(begin);
  };
  for (const word of line.trim().split(' ')) {
    const gap = row === '' ? '' : ' ';
    const room = columns - taken - gap.length;
    const wide = stringWidth(word);
    if (wide <= room) {
      row += gap + word;
      taken += gap.length + wide;
    } else if (wide <= columns || !mayBreakWords) {
      next(word);
    } else {
      // It begins where it takes fewer rows, and better on this one.
      const isHere = Math.ceil((wide - room) / columns) < Math.ceil(wide / columns);
      const [first = '', ...pieces] = breakWord(word, isHere ? room : columns, columns);
      if (isHere) row += gap + first;
      else next(first);
      for (const piece of pieces) next(piece);
    }
  }
  return [...rows, row].map((each) => each.trimEnd());
}

/** An address that is broken in two can be neither clicked on nor copied. */
function holdsAddress(line: string): boolean {
  return /https?:\/\//.test(line);
}

/**
 * Pieces that fill a row each, the first one what is left of it. Many signs are measured at once: each by itself takes so long
 * that one word of thousands would hold up everybody.
 */
function breakWord(word: string, firstRoom: number, columns: number): string[] {
  const signs = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  let at = 0;
  while (at < signs.length) {
    const piece = fillRow(signs, at, pieces.length === 0 ? firstRoom : columns);
    pieces.push(piece.join(''));
    at += piece.length;
  }
  return pieces;
}

/** As many signs from there on as fit, one at least. */
function fillRow(signs: readonly string[], at: number, room: number): readonly string[] {
  let piece = signs.slice(at, at + room);
  let excess = stringWidth(piece.join('')) - room;
  while (excess > 0 && piece.length > 1) {
    piece = piece.slice(0, Math.max(1, piece.length - Math.ceil(excess / widestSign)));
    excess = stringWidth(piece.join('')) - room;
  }
  return piece;
}

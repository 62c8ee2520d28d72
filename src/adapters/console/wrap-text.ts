import stringWidth from 'string-width';

/** Fewer columns than this hold no sentence; the terminal then breaks lines where it must. */
const narrowest = 20;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks lines between words so that each fits, by the columns that its signs take: a Chinese one takes two. */
export function wrapText(text: string, width: number, indent = ''): string {
  const columns = Math.max(narrowest, width - indent.length);
  return text
    .normalize()
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? '' : lineToRows(line, columns)))
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
    taken = columnsOf(begin);
  };
  const words = line.trim().split(' ');
  for (let at = 0; at < words.length; ) {
    const gap = row === '' ? '' : ' ';
    const room = columns - taken - gap.length;
    const fitting = fillRow(words, at, room, ' ');
    if (fitting.count > 0) {
      row += gap + words.slice(at, at + fitting.count).join(' ');
      taken += gap.length + fitting.wide;
      at += fitting.count;
      continue;
    }
    const word = words[at++] ?? '';
    const wide = columnsOf(word);
    if (wide <= columns || !mayBreakWords) {
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

/** Pieces that fill a row each, the first one what is left of it, if any sign fits there; a sign wider than a row has it to itself. */
function breakWord(word: string, firstRoom: number, columns: number): string[] {
  const signs = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < signs.length; ) {
    const room = pieces.length === 0 ? firstRoom : columns;
    const { count } = fillRow(signs, at, room, '');
    const end = at + Math.max(room < columns ? 0 : 1, count);
    pieces.push(signs.slice(at, end).join(''));
    at = end;
  }
  return pieces;
}

/**
 * How many of the parts from there on fit, and how wide they are together. Many are measured at once: each by itself takes so
 * long that one text of thousands would hold up everybody.
 */
function fillRow(
  parts: readonly string[],
  from: number,
  room: number,
  joint: string,
): { count: number; wide: number } {
  let count = 0;
  let wide = 0;
  let unitsPerColumn = 1;
  while (from + count < parts.length && wide < room) {
    let run = takeUnits(parts, from + count, (room - wide) * unitsPerColumn, joint);
    let text = (count === 0 ? '' : joint) + run.join(joint);
    let added = columnsOf(text);
    while (wide + added > room) {
      if (run.length === 1) return { count, wide };
      run = run.slice(0, Math.max(1, Math.floor((run.length * (room - wide)) / added)));
      text = (count === 0 ? '' : joint) + run.join(joint);
      added = columnsOf(text);
    }
    count += run.length;
    wide += added;
    unitsPerColumn = Math.max(1, text.length / added);
  }
  return { count, wide };
}

/** The first parts from there on that hold so many code units together, one at least. */
function takeUnits(
  parts: readonly string[],
  from: number,
  units: number,
  joint: string,
): readonly string[] {
  let end = from;
  for (let taken = 0; end < parts.length && taken < units; end += 1)
    taken += (parts[end]?.length ?? 0) + joint.length;
  return parts.slice(from, end);
}

/** Letters and marks that take one column each. The patterns that tell all others apart take long to compile. */
const narrow = /^[\x20-\x7e\u00c0-\u017f‘’“”–—…•·]*$/;

function columnsOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

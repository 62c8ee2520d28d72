import type { Rejected } from './imported-record.ts';

/** A cell that goes on for longer was never closed; the second in UTF-16 units. */
const mostLines = 500;
const mostText = 256 * 1024;
/** A row that goes on for longer is no row; it is handed on as it comes, for the reader of the table to refuse. */
const mostRow = 1024 * 1024;

/**
 * A table in which each row is left empty that opens a quotation mark and never closes it: it would swallow the rows below.
 * @param pieces of the table, with `\n` for line ends
 * @param onReject told of each such row
 */
export async function* closedRows(
  pieces: AsyncIterable<string>,
  separator: string,
  onReject: (rejected: Rejected) => void,
): AsyncGenerator<string> {
  let held = '';
  let line = 1;
  const wholeRows = (isEnd: boolean): string => {
    let start = 0;
    let rows = '';
    while (start < held.length) {
      const end = endOfRow(held, start, separator);
      if (end === 'unfinished' && !isEnd) {
        if (held.length - start <= mostRow) break;
        rows += held.slice(start);
        start = held.length;
        break;
      }
      const next = typeof end === 'number' ? end : held.indexOf('\n', start) + 1 || held.length;
      const row = held.slice(start, next);
      if (next !== end) {
        const item = row.trimEnd().slice(0, 500);
        onReject({ ok: false, line, reason: 'its quotation mark is never closed', item });
      }
      rows += next === end ? row : '\n';
      line += row.split('\n').length - 1;
      start = next;
    }
    held = held.slice(start);
    return rows;
  };
  for await (const piece of pieces) {
    held += piece;
    yield wholeRows(false);
  }
  if (!held.endsWith('\n')) held += '\n';
  yield wholeRows(true);
}

type End = number | 'unfinished' | 'never';

/** Behind the line end of the row that begins at `start`. */
function endOfRow(text: string, start: number, separator: string): End {
  let lineEnd = text.indexOf('\n', start);
  for (let at = start; ; at += 1) {
    if (text[at] === '"') {
      const end = endOfCell(text, at, separator);
      if (typeof end === 'string') return end;
      at = end;
    } else {
      if (lineEnd >= 0 && lineEnd < at) lineEnd = text.indexOf('\n', at);
      const cellEnd = text.indexOf(separator, at);
      at = cellEnd < 0 || (lineEnd >= 0 && lineEnd < cellEnd) ? lineEnd : cellEnd;
    }
    if (at < 0 || at >= text.length) return 'unfinished';
    if (text[at] === '\n') return at + 1;
  }
}

/** Behind the mark that closes the one at `start`; inside, a mark is written twice, or stands among other characters. */
function endOfCell(text: string, start: number, separator: string): End {
  let lines = 0;
  let lineEnd = text.indexOf('\n', start);
  for (let mark = start; ; ) {
    mark = text.indexOf('"', mark + 1);
    const isLast = mark < 0 || mark === text.length - 1;
    for (const to = isLast ? text.length : mark; lineEnd >= 0 && lineEnd < to; lines += 1) {
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    if (lines > mostLines || (mark < 0 ? text.length : mark) - start > mostText) return 'never';
    if (isLast) return 'unfinished';
    const after = text[mark + 1];
    if (after === separator || after === '\n') return mark + 1;
    if (after === '"') mark += 1;
    // Where another cell opens on a line below, this one was meant to end before.
    else if (lines > 0 && [separator, '\n'].includes(text[mark - 1] ?? '')) return 'never';
  }
}

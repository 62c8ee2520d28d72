import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { closedRows } from './closed-rows.ts';
import type { Rejected } from './imported-record.ts';

/** A row as it stands in the table. */
export interface TableRow {
  readonly ok: true;
  /** From 1; a cell may hold line ends, so that a row takes several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** In bytes. */
const maxRow = 1024 * 1024;

/** More columns no spreadsheet has. */
const mostCells = 16_384;

const parsedRow = z.object({
  info: z.object({ lines: z.number() }),
  record: z.array(z.string()),
});

/** Reads a table, whatever parts its cells. A row that the parser can't make out is rejected, and the next one read. */
export async function* tableRows(
  pieces: AsyncGenerator<string>,
): AsyncGenerator<TableRow | Rejected> {
  const beginning = await beginningOf(plainLineEnds(pieces));
  const rejected: Rejected[] = [];
  const separator = separatorOf(beginning.text);
  const isQuoted = separator !== '\t' || /(?:^|[\t\n])"/.test(beginning.text);
  const parser = parse({
    delimiter: separator,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    ...(!isQuoted && { quote: null }),
    max_record_size: maxRow,
    skip_records_with_error: true,
    on_skip(error, raw) {
      const line = error && 'lines' in error ? Number(error.lines) : 1;
      rejected.push({
        ok: false,
        line: Math.max(1, line),
        reason: 'the row is too long to be one',
        item: (raw ?? '').slice(0, 500),
      });
      return undefined;
    },
  });
  const rows = isQuoted
    ? closedRows(beginning.whole(), separator, (row) => rejected.push(row))
    : beginning.whole();
  const source = Readable.from(rows);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 1;
  // Rows are looked at before they are parsed.
  const rejectedAbove = (end: number): readonly Rejected[] =>
    rejected.splice(0, rejected.filter((row) => row.line < end).length);
  try {
    for await (const parsed of parser) {
      yield* rejectedAbove(line);
      const { info, record } = parsedRow.parse(parsed);
      yield { ok: true, line, cells: record.slice(0, mostCells) };
      line = info.lines + 1;
    }
    yield* rejected.splice(0);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** With `\n` alone: the parser counts two lines where a cell holds `\r\n`. */
async function* plainLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    // What follows a `\r` may be the `\n` that belongs to it.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

/** Enough to tell what parts the cells. */
async function beginningOf(pieces: AsyncGenerator<string>) {
  let text = '';
  while (text.length < 16_384) {
    const { value, done } = await pieces.next();
    if (done) break;
    text += value;
  }
  return {
    text,
    async *whole(): AsyncGenerator<string> {
      if (text !== '') yield text;
      yield* pieces;
    },
  };
}

/** The separator that stands most often in the first line that holds any, outside quotation marks. */
function separatorOf(text: string): string {
  const bare = text.replace(/"[^"]*"/g, '');
  const counts = (line: string) =>
    [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length - 1 }));
  for (const line of bare.split('\n')) {
    const [most] = counts(line).toSorted((one, other) => other.count - one.count);
    if (most && most.count > 0) return most.separator;
  }
  return ',';
}

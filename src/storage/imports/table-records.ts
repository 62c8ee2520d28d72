import { type ImportField, importFields } from '../../core/claims/import-fields.ts';
import { cleanText } from './clean-text.ts';
import { fieldOf } from './headings.ts';
import { ImportError } from './import-error.ts';
import type { ImportContext, Imported } from './imported-record.ts';
import { rowToRecord } from './row-to-record.ts';
import { markOf, readItems, type SourceItem } from './source-item.ts';
import { type TableRow, tableRows } from './table-rows.ts';

/** A table may begin with its name, or a line on who made it. */
const mostRowsBeforeHeadings = 10;

/**
 * Reads the checks in a table.
 * @param onUnknownHeadings told of the columns that are left out
 * @throws {ImportError} where no column is known to hold the claim; it says what to write.
 */
export function tableRecords(
  pieces: AsyncGenerator<string>,
  context: ImportContext,
  onUnknownHeadings: (headings: readonly string[]) => void = () => {},
): AsyncGenerator<Imported> {
  return readItems(tableItems(pieces, context, onUnknownHeadings));
}

/** The rows themselves, with the same arguments and errors. */
export async function* tableItems(
  pieces: AsyncGenerator<string>,
  context: ImportContext,
  onUnknownHeadings: (headings: readonly string[]) => void = () => {},
): AsyncGenerator<SourceItem> {
  let headings: readonly string[] = [];
  let columns: readonly (ImportField | undefined)[] | undefined;
  const before: TableRow[] = [];
  for await (const row of tableRows(pieces)) {
    if (!row.ok) {
      yield { line: row.line, mark: () => undefined, read: () => [row] };
    } else if (row.cells.every((cell) => cell.trim() === '')) {
      // Spreadsheets end with hundreds of these.
    } else if (!columns) {
      const found = row.cells.map((cell) => fieldOf(cell, context.columns));
      if (found.includes('claim') && found.filter(Boolean).length > 1) {
        columns = found;
        headings = row.cells;
        onUnknownHeadings(
          headings.map(cleanText).filter((name, at) => name !== '' && found[at] === undefined),
        );
      } else if (before.push(row) === mostRowsBeforeHeadings) {
        throw noClaimColumn(before);
      }
    } else {
      const { line, cells } = row;
      const [named, placed] = [headings, columns];
      yield {
        line,
        // What a row says depends on what its columns are called.
        mark: () => markOf(JSON.stringify([named, cells])),
        read: () =>
          isHeadings(cells, named, context.columns)
            ? []
            : [rowToRecord(line, cells, placed, named, context)],
      };
    }
  }
  if (!columns) throw noClaimColumn(before);
}

/** Tables that were put together repeat their headings, and some name their columns in a second way below. */
function isHeadings(
  cells: readonly string[],
  headings: readonly string[],
  columns: ImportContext['columns'],
): boolean {
  const isSame = (cell: string, at: number): boolean =>
    cleanText(cell).toLowerCase() === cleanText(headings[at] ?? '').toLowerCase();
  const filled = cells.flatMap((cell, at) => (cleanText(cell) === '' ? [] : { cell, at }));
  const repeated = filled.filter(({ cell, at }) => isSame(cell, at));
  return (
    repeated.length > 1 ||
    (filled.length > 1 && filled.every(({ cell }) => fieldOf(cell, columns) !== undefined))
  );
}

function noClaimColumn([first]: readonly TableRow[]): ImportError {
  if (!first) return new ImportError('it holds no row');
  const names = first.cells.map((cell) => `“${cleanText(cell).slice(0, 40)}”`).slice(0, 12);
  return new ImportError(
    `no column is known to hold the claim, and another one about it; the headings are ${names.join(', ')}: ` +
      `say which is which with --map HEADING=FIELD,… (fields: ${importFields.join(', ')})`,
  );
}

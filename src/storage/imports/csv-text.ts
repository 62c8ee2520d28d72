/** What a spreadsheet takes for a formula, and would run. */
const formula = /^[=+\-@\t\r]/;

/** A row of a table, without its line end. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function rowToCsv(cells: readonly string[]): string {
  return cells.map(cellToCsv).join(',');
}

function cellToCsv(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `rowToCsv` made it harmless. */
export function harmlessCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

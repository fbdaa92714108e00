import Papa from 'papaparse';

/** What a spreadsheet takes for the beginning of a formula; with marks before it, so that each mark can be told from ours. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as CSV for any spreadsheet: with a byte order mark, so that names keep their accents, and with a `'` before every cell that a spreadsheet
 * would otherwise take for a formula (H-21). `null` is an empty cell.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${csvLines(rows)}`;
}

/** The same without the mark, for what is appended. Ends with a line break. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n' },
  )}\r\n`;
}

/** A cell as it was before {@link csvText}: without the mark that kept it from being a formula. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

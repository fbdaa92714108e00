import Papa from 'papaparse';

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
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`;
}

/** Reads a file of accounts as spreadsheets write it: separated by comma, semicolon or tab, with or without a byte order mark. Pure. */
import Papa from 'papaparse';
import { accountFileColumns, accountFileLimits } from '../../shared/contract/account-file.ts';
import type { AccountFileColumn } from '../../shared/contract/account-file.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { plainCell } from '../statistics/csv-text.ts';
import { accountFileTexts as texts } from '../texts/account-file-en.ts';

/** One line below the heads. */
export interface FileLine {
  readonly line: number;
  /** Only of columns that the file has. */
  readonly cells: Readonly<Partial<Record<AccountFileColumn, string>>>;
  /** There where it has more or fewer cells than there are heads. */
  readonly problem?: string;
}

export interface AccountFile {
  readonly lines: readonly FileLine[];
  /** Heads that are none of ours. */
  readonly ignored: readonly string[];
}

/** Throws `invalid`, saying what is wrong with the file as a whole. */
export function readAccountFile(content: string): AccountFile {
  const text = content.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  if (/[\ufffd\0]/.test(text)) throw refused(texts.notUtf8);
  const rows = numbered(text);
  const [heads] = rows;
  const columns = heads?.cells.map(columnOf) ?? [];
  if (heads === undefined || !columns.includes('userId')) throw refused(texts.noUserId);
  for (const [place, column] of columns.entries()) {
    if (column !== undefined && columns.indexOf(column) !== place) throw refused(texts.headTwice(texts.heads[column]));
  }
  const below = rows.slice(1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (below.length === 0) throw refused(texts.empty);
  if (below.length > accountFileLimits.rows) throw refused(texts.tooManyLines(accountFileLimits.rows));
  return {
    lines: below.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        columns.flatMap((column, place) =>
          column === undefined ? [] : [[column, plainCell(cells[place] ?? '').trim()]],
        ),
      ),
      ...(cells.length === columns.length ? {} : { problem: texts.cells(cells.length, columns.length) }),
    })),
    ignored: heads.cells.filter((head, place) => columns[place] === undefined && head.trim() !== ''),
  };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function numbered(text: string): Row[] {
  // Excel's own first line, by which it tells itself the separator.
  const told = /^sep=(.)\n/i.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: told?.[1] ?? separatorOf(body), newline: '\n' });
  const rows: Row[] = [];
  let line = told === null ? 1 : 2;
  for (const cells of data) {
    rows.push({ line, cells });
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
  }
  const [fault] = errors.filter(({ type }) => type === 'Quotes');
  if (fault !== undefined) throw refused(texts.quotes(rows[fault.row ?? 0]?.line ?? 1));
  return rows;
}

/** The one by which the first line has most columns of ours. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const known = (separator: string) => first.split(separator).filter((head) => columnOf(head) !== undefined).length;
  return [',', ';', '\t'].toSorted((one, other) => known(other) - known(one))[0] ?? ',';
}

/** A head by its letters alone: `E-mail`, `email` and `"EMAIL"` are one. */
function columnOf(head: string): AccountFileColumn | undefined {
  const letters = lettersOf(head);
  return accountFileColumns.find((column) => [lettersOf(texts.heads[column]), lettersOf(column)].includes(letters));
}

function lettersOf(head: string): string {
  return head.toLowerCase().replaceAll(/[^a-z]/g, '');
}

function refused(text: string): AppError {
  return new AppError('invalid', { text });
}

import { ArrowDown, ArrowUp } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './table.css';

/** One column of a table of `Row`. */
export type TableColumn<Row, Key extends string = string> = {
  key: Key;
  head: string;
  /** Its head is read aloud only: bars and the like speak for themselves. */
  isHeadUnseen?: boolean | undefined;
  /** Numbers and times stand right, with tabular digits. */
  align?: 'start' | 'end' | undefined;
  cell: (row: Row) => ComponentChildren;
  sortable?: boolean | undefined;
  /** The column that names the row: strong, and its row header for readers. */
  isName?: boolean | undefined;
};

/** By which column, and which way. */
export type TableSort<Key extends string = string> = { key: Key; direction: 'ascending' | 'descending' };

type TableProps<Row, Key extends string> = {
  /** What the table lists; read aloud, the heading above usually says it. */
  caption: string;
  columns: readonly TableColumn<Row, Key>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: TableSort<Key> | undefined;
  onSort?: ((sort: TableSort<Key>) => void) | undefined;
  /** In the last column, on hover and focus. */
  rowAction?: ((row: Row) => ComponentChildren) | undefined;
  /** Heads that `rowAction` needs for readers: "Actions". */
  actionHead?: string | undefined;
  isCurrent?: ((row: Row) => boolean) | undefined;
  /** On narrow pages each row stands as a small block, so that nothing of it has to be scrolled to sideways. */
  stacks?: boolean | undefined;
  /** Stands in place of the rows when there are none. */
  empty?: ComponentChildren;
};

/** Rows and columns. The caller sorts; the head only asks for it. */
export function Table<Row, Key extends string>(props: TableProps<Row, Key>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    sort,
    onSort,
    rowAction,
    actionHead = '',
    isCurrent,
    stacks = false,
    empty,
  } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  // Drawn as blocks, its parts are none of a table to readers any more unless they are told so.
  const part = (role: 'table' | 'rowgroup' | 'row' | 'rowheader' | 'cell') => (stacks ? role : undefined);
  return (
    <div class="rh-table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table class="rh-table" data-stacks={stacks} role={part('table')}>
        <caption class="rh-unseen">{caption}</caption>
        <thead role={part('rowgroup')}>
          <tr role={part('row')}>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
            {rowAction !== undefined && (
              <th scope="col">
                <span class="rh-unseen">{actionHead}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role={part('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role={part('row')} aria-current={isCurrent?.(row) === true ? 'true' : undefined}>
              {columns.map((column) =>
                column.isName === true ? (
                  <th key={column.key} scope="row" role={part('rowheader')} class={alignClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role={part('cell')} data-head={column.head} class={alignClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
              {rowAction !== undefined && (
                <td role={part('cell')} class="rh-table-action">
                  <span>{rowAction(row)}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadCellProps<Row, Key extends string> = {
  column: TableColumn<Row, Key>;
  sort: TableSort<Key> | undefined;
  onSort: ((sort: TableSort<Key>) => void) | undefined;
};

function HeadCell<Row, Key extends string>({ column, sort, onSort }: HeadCellProps<Row, Key>) {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  if (column.sortable !== true || onSort === undefined)
    return (
      <th scope="col" class={alignClass(column)}>
        {column.isHeadUnseen === true ? <span class="rh-unseen">{column.head}</span> : column.head}
      </th>
    );
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" class={alignClass(column)} aria-sort={direction ?? 'none'}>
      <button type="button" class="rh-table-sort" onClick={() => onSort({ key: column.key, direction: next })}>
        {column.head}
        {direction !== undefined && <Icon icon={direction === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
      </button>
    </th>
  );
}

function alignClass(column: { align?: 'start' | 'end' | undefined }): string | undefined {
  return column.align === 'end' ? 'rh-table-end' : undefined;
}

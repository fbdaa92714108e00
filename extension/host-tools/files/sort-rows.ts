/** The order of rows, what typing finds, and which are shown. Pure. */
import type { FileKind } from '../../../shared/contract/host-files.ts';

/** One row of a pane, on either side. */
export interface FileRow {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** 0 where nobody knows. */
  readonly changedAt: number;
  readonly isHidden: boolean;
}

export type SortKey = 'name' | 'bytes' | 'changedAt';
export type Sort = { readonly key: SortKey; readonly direction: 'ascending' | 'descending' };

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Folders first, whichever way; what is equal stands by name. */
export function sortRows<Row extends FileRow>(rows: readonly Row[], { key, direction }: Sort): Row[] {
  const turn = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const folders = Number(other.kind === 'folder') - Number(one.kind === 'folder');
    if (folders !== 0) return folders;
    const names = byName.compare(one.name, other.name);
    if (key === 'name') return names * turn;
    return (one[key] - other[key]) * turn || names;
  });
}

/** The row that typed letters lead to: the next one that begins with them, round the end. One letter again goes on. */
export function rowByTyping(rows: readonly FileRow[], current: number, typed: string): number | undefined {
  const letters = typed.toLowerCase();
  const isOneLetter = [...letters].every((letter) => letter === letters[0]);
  const sought = isOneLetter ? letters.slice(0, 1) : letters;
  const start = isOneLetter ? current + 1 : current;
  for (let step = 0; step < rows.length; step += 1) {
    const at = (Math.max(0, start) + step) % rows.length;
    if (rows[at]?.name.toLowerCase().startsWith(sought) === true) return at;
  }
  return undefined;
}

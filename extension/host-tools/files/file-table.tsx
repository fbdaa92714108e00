import { ArrowDown, ArrowUp, File as FileIcon, FileQuestion, Folder, Link2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileKind } from '../../../shared/contract/host-files.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../shared/ui/icon.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { fileToolTexts } from '../../texts/host-files-en.ts';
import { changedText } from './changed-text.ts';
import { rowByTyping, sortRows, type FileRow, type Sort, type SortKey } from './sort-rows.ts';

const icons: Record<FileKind, IconNode> = {
  file: FileIcon,
  folder: Folder,
  link: Link2,
  device: FileQuestion,
  pipe: FileQuestion,
  socket: FileQuestion,
  unreadable: FileQuestion,
};
const columns: readonly SortKey[] = ['name', 'bytes', 'changedAt'];
/** Letters typed within this time belong together. */
const TYPING_MS = 900;

type FileTableProps = {
  /** What it lists, for readers. */
  label: string;
  rows: readonly FileRow[];
  chosen: ReadonlySet<string>;
  onChosen: (names: ReadonlySet<string>) => void;
  onOpen: (row: FileRow) => void;
  onUp: () => void;
  onRename?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  /** What is dragged out, by the name of its side. */
  dragType: string;
};

/** Files and folders in rows: arrows walk, letters find, Enter opens, Space chooses, Shift and Ctrl choose more. */
export function FileTable(props: FileTableProps) {
  const { label, chosen, onChosen, onOpen } = props;
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'ascending' });
  const [currentName, setCurrentName] = useState<string>();
  const typed = useRef({ letters: '', at: 0 });
  const anchor = useRef(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const shouldFocus = useRef(false);
  const rows = sortRows(props.rows, sort);
  const current = Math.max(
    0,
    rows.findIndex(({ name }) => name === currentName),
  );

  useEffect(() => {
    if (!shouldFocus.current) return;
    shouldFocus.current = false;
    const row = body.current?.rows[current];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  });

  const range = (from: number, to: number) =>
    new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ name }) => name));
  const goTo = (to: number, extend: boolean) => {
    const row = rows[to];
    if (row === undefined) return;
    setCurrentName(row.name);
    shouldFocus.current = true;
    if (!extend) anchor.current = to;
    onChosen(range(anchor.current, to));
  };
  const toggle = (row: FileRow, at: number) => {
    const next = new Set(chosen);
    if (!next.delete(row.name)) next.add(row.name);
    anchor.current = at;
    onChosen(next);
  };

  const handleKey = (event: KeyboardEvent & { readonly timeStamp: number }) => {
    const page = 12;
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: Math.min(rows.length - 1, current + page),
      PageUp: Math.max(0, current - page),
    };
    const row = rows[current];
    const orders: Record<string, (() => void) | undefined> = {
      Enter: row && (() => onOpen(row)),
      Backspace: props.onUp,
      F2: props.onRename,
      Delete: props.onRemove,
      ' ': row && (() => toggle(row, current)),
    };
    // Alt and its letters belong to the window.
    if (event.altKey || event.metaKey) return;
    const step = steps[event.key];
    if (step !== undefined) goTo(step, event.shiftKey);
    else if (event.ctrlKey && event.key === 'a') onChosen(new Set(rows.map(({ name }) => name)));
    else if (!event.ctrlKey && event.key in orders && !(event.key === ' ' && isTypingOn(event.timeStamp)))
      orders[event.key]?.();
    else if (!event.ctrlKey && [...event.key].length === 1) find(event.key, event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isTypingOn = (at: number) => typed.current.letters !== '' && at - typed.current.at < TYPING_MS;
  const find = (letter: string, at: number) => {
    typed.current = { letters: (isTypingOn(at) ? typed.current.letters : '') + letter, at };
    const found = rowByTyping(rows, current, typed.current.letters);
    if (found !== undefined) goTo(found, false);
  };

  return (
    <table class="ext-files-table" role="grid" aria-label={label} aria-multiselectable="true">
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col" data-column={key} aria-sort={sort.key === key ? sort.direction : undefined}>
              <button
                type="button"
                onClick={() =>
                  setSort({
                    key,
                    direction: sort.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
                  })
                }
              >
                {fileToolTexts.columns[key]}
                {sort.key === key && <Icon icon={sort.direction === 'ascending' ? ArrowUp : ArrowDown} size={16} />}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={handleKey}>
        {rows.map((row, at) => (
          <tr
            key={row.name}
            tabIndex={at === current ? 0 : -1}
            aria-selected={chosen.has(row.name)}
            draggable
            onClick={(event) => {
              setCurrentName(row.name);
              shouldFocus.current = true;
              if (event.shiftKey) return onChosen(range(anchor.current, at));
              if (event.ctrlKey || event.metaKey) return toggle(row, at);
              anchor.current = at;
              onChosen(new Set([row.name]));
            }}
            onDblClick={() => onOpen(row)}
            onDragStart={(event) => {
              if (!chosen.has(row.name)) onChosen(new Set([row.name]));
              event.dataTransfer?.setData(props.dragType, row.name);
              if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'copy';
            }}
          >
            <th scope="row">
              <span class="ext-files-name">
                <Icon
                  icon={icons[row.kind]}
                  size={16}
                  label={row.kind === 'file' ? undefined : fileToolTexts.kinds[row.kind]}
                />
                <span class="ext-files-words" title={safeName(row.name, 240)}>
                  <OutsideText text={row.name} as="file" maxLength={80} />
                </span>
              </span>
            </th>
            <td data-column="bytes">{row.kind === 'file' ? byteSize(row.bytes) : ''}</td>
            <td data-column="changedAt">{row.changedAt === 0 ? '' : changedText(row.changedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import * as v from 'valibot';
import { branchOf, pathTo } from '../../../../shared/contract/item-tree.ts';
import { SharedItemBody, sharedLimits } from '../../../../shared/contract/shared-item.ts';
import type { SharedItem, SharedItemId } from '../../../../shared/contract/shared-item.ts';
import type { Choice } from '../../../../shared/ui/select.tsx';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';

type Written = SharedItemBody['kind'];
type FieldName = 'name' | 'address' | 'path' | 'arguments' | 'word' | 'text';

/** Which fields an item of each kind has. */
export const fieldsOf: Record<Written, readonly FieldName[]> = {
  folder: ['name'],
  favorite: ['name', 'address'],
  program: ['name', 'path', 'arguments'],
  reply: ['name', 'word', 'text'],
};

/** What is being written of an item; `id` is missing for a new one. Fields of other kinds are empty. */
export interface ItemDraft {
  readonly id: SharedItemId | undefined;
  readonly kind: Written;
  readonly parent: SharedItemId | null;
  readonly fields: Readonly<Record<FieldName, string>>;
}

const empty = { name: '', address: '', path: '', arguments: '', word: '', text: '' };

export function newDraft(kind: Written, parent: SharedItemId | null): ItemDraft {
  return { id: undefined, kind, parent, fields: empty };
}

/** `undefined` for a file, which is uploaded and not written. */
export function draftOf(item: SharedItem): ItemDraft | undefined {
  if (item.kind === 'file') return undefined;
  const { id, parent, kind, ...fields } = item;
  return { id, kind, parent, fields: { ...empty, ...fields } };
}

/** The item as the server takes it, or words for each field that must be mended. */
export function checkItem({
  kind,
  fields,
}: ItemDraft):
  | { readonly ok: true; readonly body: SharedItemBody }
  | { readonly ok: false; readonly faults: Partial<Record<FieldName, string>> } {
  const own = Object.fromEntries(fieldsOf[kind].map((field) => [field, fields[field].trim()]));
  const read = v.safeParse(SharedItemBody, { kind, ...own });
  if (read.success) return { ok: true, body: read.output };
  const faulty = new Set(read.issues.map(({ path }) => String(path?.[0]?.key)));
  const faults = Object.fromEntries(
    fieldsOf[kind].filter((field) => faulty.has(field)).map((field) => [field, words.wrong[field]]),
  );
  return { ok: false, faults };
}

/** The choice of standing in no folder. */
export const noFolder = 'none';

/** The folders in which an item can stand: not in itself. */
export function folderChoices(items: readonly SharedItem[], id: SharedItemId | undefined): Choice<string>[] {
  const own = id === undefined ? [] : branchOf(items, id);
  const folders = items.filter(
    (item) => item.kind === 'folder' && !own.includes(item) && pathTo(items, item.id).length < sharedLimits.levels,
  );
  const label = (folder: SharedItem) =>
    pathTo(items, folder.id)
      .map(({ name }) => name)
      .join(' › ');
  return [
    { value: noFolder, label: words.noFolder },
    ...folders.map((folder) => ({ value: folder.id, label: label(folder) })),
  ];
}

/** An item as somebody writes it, of those that are shared or kept for oneself. Pure; words are for whoever shows it. */
import * as v from 'valibot';
import { branchOf, pathTo } from './item-tree.ts';
import { SharedItemBody, sharedLimits } from './shared-item.ts';
import type { SharedItem, SharedItemId } from './shared-item.ts';

/** What can be written; files are uploaded instead. */
export type WrittenKind = SharedItemBody['kind'];
export type ItemField = 'name' | 'address' | 'path' | 'arguments' | 'word' | 'text';

/** Which fields an item of each kind has. */
export const fieldsOf: Readonly<Record<WrittenKind, readonly ItemField[]>> = {
  folder: ['name'],
  favorite: ['name', 'address'],
  directory: ['name', 'path'],
  program: ['name', 'path', 'arguments'],
  reply: ['name', 'word', 'text'],
};

/** How long each field may become. */
export const fieldLengths = { name: 80, address: 1000, path: 400, arguments: 400, word: 24, text: 2000 } as const;

/** What is being written of an item; `id` is missing for a new one. Fields of other kinds are empty. */
export interface ItemDraft {
  readonly id: SharedItemId | undefined;
  readonly kind: WrittenKind;
  readonly parent: SharedItemId | null;
  readonly fields: Readonly<Record<ItemField, string>>;
}

const empty = { name: '', address: '', path: '', arguments: '', word: '', text: '' };

export function newDraft(kind: WrittenKind, parent: SharedItemId | null): ItemDraft {
  return { id: undefined, kind, parent, fields: empty };
}

/** `undefined` for a file, which is uploaded and not written. */
export function draftOf(item: SharedItem): ItemDraft | undefined {
  if (item.kind === 'file') return undefined;
  const { id, parent, kind, ...fields } = item;
  return { id, kind, parent, fields: { ...empty, ...fields } };
}

/** The item as the server takes it, or the fields that must be mended. */
export function checkItem({
  kind,
  fields,
}: ItemDraft):
  { readonly ok: true; readonly body: SharedItemBody } | { readonly ok: false; readonly faulty: readonly ItemField[] } {
  const own = Object.fromEntries(fieldsOf[kind].map((field) => [field, fields[field].trim()]));
  const read = v.safeParse(SharedItemBody, { kind, ...own });
  if (read.success) return { ok: true, body: read.output };
  const wrong = new Set(read.issues.map(({ path }) => String(path?.[0]?.key)));
  return { ok: false, faulty: fieldsOf[kind].filter((field) => wrong.has(field)) };
}

/** The folders in which an item can stand, each by the names above it: not in itself, and not too deep. */
export function foldersFor(
  items: readonly SharedItem[],
  id: SharedItemId | undefined,
): readonly { readonly id: SharedItemId; readonly names: readonly string[] }[] {
  const own = id === undefined ? [] : branchOf(items, id);
  return items
    .filter((item) => item.kind === 'folder' && !own.includes(item))
    .map((folder) => ({ id: folder.id, names: pathTo(items, folder.id).map(({ name }) => name) }))
    .filter(({ names }) => names.length < sharedLimits.levels);
}

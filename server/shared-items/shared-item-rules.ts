/** How the organisation's shared items may be changed. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import { branchOf, pathTo, placed } from '../../shared/contract/item-tree.ts';
import { sharedLimits } from '../../shared/contract/shared-item.ts';
import type { SharedItem, SharedItemBody, SharedItemId } from '../../shared/contract/shared-item.ts';

type Items = readonly SharedItem[];

/** @throws AppError `not-found` for a folder that is gone, `already-exists` for a reply's word in use, `not-allowed` when it is full */
export function withItem(items: Items, fresh: SharedItem): SharedItem[] {
  if (items.length >= sharedLimits.items) {
    throw new AppError('not-allowed', { text: `There are ${sharedLimits.items} items already. Remove one first.` });
  }
  return settled(placed(items, fresh, null), fresh);
}

/** @throws AppError `not-found`, `already-exists`, `invalid` for another kind */
export function withChangedItem(items: Items, id: SharedItemId, body: SharedItemBody): SharedItem[] {
  const before = found(items, id);
  if (before.kind !== body.kind) throw new AppError('invalid', { text: 'An item stays of its kind. Make a new one.' });
  const changed: SharedItem = { ...body, id, parent: before.parent };
  return settled(
    items.map((item) => (item.id === id ? changed : item)),
    changed,
  );
}

/** @throws AppError `not-found` when it cannot stand there, `not-allowed` when it gets too deep */
export function withMovedItem(
  items: Items,
  id: SharedItemId,
  to: { readonly parent: SharedItemId | null; readonly before: SharedItemId | null },
): SharedItem[] {
  const moved = { ...found(items, id), parent: to.parent };
  return settled(placed(items, moved, to.before), moved);
}

/** What is left, and what goes: the item with everything below it. @throws AppError `not-found` */
export function withoutItem(
  items: Items,
  id: SharedItemId,
): { readonly left: SharedItem[]; readonly gone: SharedItem[] } {
  found(items, id);
  const gone = branchOf(items, id);
  return { left: items.filter((item) => !gone.includes(item)), gone };
}

function settled(items: SharedItem[] | undefined, touched: SharedItem): SharedItem[] {
  const parent = items?.find(({ id }) => id === touched.parent);
  if (items === undefined || (parent !== undefined && parent.kind !== 'folder')) {
    throw new AppError('not-found', { text: 'It cannot stand there (any more). Reload, then choose another folder.' });
  }
  const isTwin = (item: SharedItem) =>
    item.kind === 'reply' && touched.kind === 'reply' && item.id !== touched.id && item.word === touched.word;
  if (items.some(isTwin)) {
    throw new AppError('already-exists', { text: 'Another reply has this word. Choose another one.' });
  }
  const levels = Math.max(...branchOf(items, touched.id).map(({ id }) => pathTo(items, id).length));
  if (levels > sharedLimits.levels) {
    throw new AppError('not-allowed', { text: `Folders stand in at most ${sharedLimits.levels} levels.` });
  }
  return items;
}

function found(items: Items, id: SharedItemId): SharedItem {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new AppError('not-found');
  return item;
}

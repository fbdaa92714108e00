/** Shared items: what the web panel asks, and what reps are given; and the shortcuts that each rep keeps beside them. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SharedItem, SharedItemBody, SharedItemId } from './shared-item.ts';

/** Every answer brings all items as they are now, siblings in their order. */
const all = v.strictObject({ items: v.array(SharedItem) });
const where = { parent: v.nullable(SharedItemId) };

const add = operation(v.strictObject({ ...where, item: SharedItemBody }), all);
/** Its kind stays what it is. */
const change = operation(v.strictObject({ id: SharedItemId, item: SharedItemBody }), all);
/** Puts it under `parent` (`null`: the top), before its sibling `before` (`null`: last). */
const move = operation(v.strictObject({ id: SharedItemId, ...where, before: v.nullable(SharedItemId) }), all);
/** With everything below it, files included. */
const remove = operation(v.strictObject({ id: SharedItemId }), all);

export const adminSharedItemOperations = {
  'shared.list': operation(Nothing, all),
  'shared.add': add,
  'shared.change': change,
  'shared.move': move,
  'shared.remove': remove,
};

export const repSharedItemOperations = {
  'shared.list': operation(Nothing, all),
  /** The rep's own: nobody else sees them. Files cannot be kept among them. */
  'shortcuts.list': operation(Nothing, all),
  'shortcuts.add': add,
  'shortcuts.change': change,
  'shortcuts.move': move,
  'shortcuts.remove': remove,
};

/** Somebody changed the shared items. */
export const sharedChanged = v.strictObject({ type: v.literal('shared.changed'), items: v.array(SharedItem) });

/** The rep changed the own shortcuts, perhaps in another browser. */
export const shortcutsChanged = v.strictObject({ type: v.literal('shortcuts.changed'), items: v.array(SharedItem) });

/** Shared items: what the web panel asks, and what reps are given. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SharedItem, SharedItemBody, SharedItemId } from './shared-item.ts';

/** Every answer brings all items as they are now, siblings in their order. */
const all = v.strictObject({ items: v.array(SharedItem) });
const where = { parent: v.nullable(SharedItemId) };

export const adminSharedItemOperations = {
  'shared.list': operation(Nothing, all),
  'shared.add': operation(v.strictObject({ ...where, item: SharedItemBody }), all),
  /** Its kind stays what it is. */
  'shared.change': operation(v.strictObject({ id: SharedItemId, item: SharedItemBody }), all),
  /** Puts it under `parent` (`null`: the top), before its sibling `before` (`null`: last). */
  'shared.move': operation(v.strictObject({ id: SharedItemId, ...where, before: v.nullable(SharedItemId) }), all),
  /** With everything below it, files included. */
  'shared.remove': operation(v.strictObject({ id: SharedItemId }), all),
};

export const repSharedItemOperations = {
  'shared.list': operation(Nothing, all),
};

/** Somebody changed the shared items. */
export const sharedChanged = v.strictObject({ type: v.literal('shared.changed'), items: v.array(SharedItem) });

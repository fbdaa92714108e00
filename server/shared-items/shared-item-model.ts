import type { Connection } from 'mongoose';
import { SharedItem } from '../../shared/contract/shared-item.ts';
import { revisedLists, storedListForm } from '../documents/revised-list-model.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';

/** The shared items as they are stored: one document, for order and folders concern them all. */
export const StoredSharedItems = storedListForm(SharedItem);

export function sharedItemModel(connection: Connection): RevisedLists<SharedItem> {
  return revisedLists(connection, { model: 'SharedItems', collection: 'shared_items' }, SharedItem);
}

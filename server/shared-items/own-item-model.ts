import type { Connection } from 'mongoose';
import { SharedItem } from '../../shared/contract/shared-item.ts';
import { revisedLists } from '../documents/revised-list-model.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';

/** The shortcuts that reps keep for themselves: one document an account, under its id. */
export function ownItemModel(connection: Connection): RevisedLists<SharedItem> {
  return revisedLists(connection, { model: 'OwnShortcuts', collection: 'own_shortcuts' }, SharedItem);
}

import type { Connection } from 'mongoose';
import { Script } from '../../shared/contract/script.ts';
import { revisedLists, storedListForm } from '../documents/revised-list-model.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';

/** The scripts as they are stored: one short list. */
export const StoredScripts = storedListForm(Script);

export function scriptModel(connection: Connection): RevisedLists<Script> {
  return revisedLists(connection, { model: 'Scripts', collection: 'scripts' }, Script);
}

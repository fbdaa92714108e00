import { StoreError } from '../errors.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import type { StoredIndex } from '../storage/stored-index.ts';
import { areEqual } from '../values/compare.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** The direction of the hint `{$natural: 1 | -1}`, undefined for any other. */
export function naturalDirection(hint: unknown): number | undefined {
  if (!isDocument(hint) || !('$natural' in hint)) return undefined;
  return areEqual(hint['$natural'], -1) ? -1 : 1;
}

/** The index that a hint means, by its name or its key. @throws StoreError BadValue when there is none. */
export function hintedIndex(collection: StoredCollection, hint: unknown): StoredIndex {
  const isMeant = (key: BsonDocument): boolean =>
    isDocument(hint) && areEqual(Object.entries(key).flat(), Object.entries(hint).flat());
  const index = collection.indexes.find(({ definition }) => definition.name === hint || isMeant(definition.key));
  if (index === undefined) throw new StoreError('BadValue', 'hint provided does not correspond to an existing index');
  return index;
}

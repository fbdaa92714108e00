import type { Found } from '../planner/search.ts';
import type { Condition } from '../query/condition.ts';
import { matchedPlace } from '../query/matched-place.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { applyUpdate } from '../update/update.ts';
import type { Update } from '../update/update.ts';
import { upsertBase } from '../update/upsert.ts';
import type { BsonDocument } from '../values/kinds.ts';
import type { CommandContext } from './command.ts';

/** Stores the changed document and returns it; undefined when the update changed nothing. `filter` is what found it. */
export function replaceFound(
  context: CommandContext,
  collection: StoredCollection,
  found: Found,
  { change, filter }: { change: Update; filter: Condition },
): BsonDocument | undefined {
  const place = matchedPlace(filter, found.document);
  const { document, bytes } = applyUpdate(change, found.document, { now: context.now(), isInsert: false, place });
  if (Buffer.compare(bytes, found.bytes) === 0) return undefined;
  collection.replace(found.record, found, { document, bytes });
  return document;
}

/** Makes the document that an upsert makes when nothing was found. */
export function insertFromUpsert(
  context: CommandContext,
  collection: StoredCollection,
  filter: Condition,
  change: Update,
): BsonDocument {
  const base = upsertBase(filter);
  const pinned =
    change.kind === 'replacement' && '_id' in base ? { _id: base['_id'] } : change.kind === 'replacement' ? {} : base;
  const { document, bytes } = applyUpdate(change, pinned, { now: context.now(), isInsert: true, place: undefined });
  collection.insert(bytes, document);
  return document;
}

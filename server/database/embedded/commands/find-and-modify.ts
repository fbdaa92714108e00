import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import { firstNow } from '../planner/found-now.ts';
import { searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseProjection, project } from '../query/projection.ts';
import type { Projection } from '../query/projection.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import type { Steps } from '../turns.ts';
import { parseUpdate } from '../update/update.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { insertFromUpsert, replaceFound } from './document-changes.ts';
import { inTransactions } from './write-errors.ts';

const fields = {
  findAndModify: v.optional(args.collectionName),
  findandmodify: v.optional(args.collectionName),
  query: v.optional(args.document, {}),
  sort: v.optional(args.anything),
  remove: v.optional(args.flag, false),
  update: v.optional(args.anything),
  new: v.optional(args.flag, false),
  fields: v.optional(args.anything),
  upsert: v.optional(args.flag, false),
  hint: v.optional(args.anything),
  arrayFilters: v.optional(args.documents, []),
};

/** Finds one document and changes, replaces, upserts or removes it, in one step that no other command comes between. */
export const findAndModify: Command = function* (context, body) {
  const wanted = readWanted(body);
  const collection = wanted.upsert
    ? context.store.findOrCreate(context.database, wanted.name)
    : context.store.find(`${context.database}.${wanted.name}`);
  return yield* inTransactions(context.store, context.turn, modify(context, collection, wanted));
};

function* modify(
  context: CommandContext,
  collection: StoredCollection | undefined,
  { change, filter, projection, ...wanted }: Wanted,
): Steps<BsonDocument> {
  const found = yield* firstNow(collection, wanted.search);
  if (change === undefined) {
    if (found !== undefined) collection?.remove(found.record, found.document);
    return reply(found?.document, { n: new Int32(found === undefined ? 0 : 1) }, projection);
  }
  if (collection !== undefined && found !== undefined) {
    const after = replaceFound(context, collection, found, { change, filter }) ?? found.document;
    return reply(wanted.new ? after : found.document, { n: new Int32(1), updatedExisting: true }, projection);
  }
  if (collection === undefined || !wanted.upsert)
    return reply(undefined, { n: new Int32(0), updatedExisting: false }, projection);
  const made = insertFromUpsert(context, collection, filter, change);
  const lastErrorObject = { n: new Int32(1), updatedExisting: false, upserted: made['_id'] };
  return reply(wanted.new ? made : undefined, lastErrorObject, projection);
}

type Wanted = ReturnType<typeof readWanted>;

function readWanted(body: BsonDocument) {
  const wanted = args.readArguments('findAndModify', fields, body);
  const name = wanted.findAndModify ?? wanted.findandmodify;
  if (name === undefined) throw new StoreError('InvalidNamespace', 'findAndModify needs a collection');
  if (wanted.remove === (wanted.update !== undefined))
    throw new StoreError('FailedToParse', "Either an update or 'remove' must be specified, and not both");
  if (wanted.remove && (wanted.upsert || wanted.new))
    throw new StoreError('FailedToParse', "Cannot specify 'upsert' or 'new' with 'remove'");
  const filter = parseFilter(wanted.query);
  return {
    name,
    filter,
    search: searchFor(filter, { sort: parseSort(wanted.sort), limit: 1, hint: wanted.hint }),
    change: wanted.remove ? undefined : parseUpdate(wanted.update, wanted.arrayFilters),
    projection: parseProjection(wanted.fields),
    new: wanted.new,
    upsert: wanted.upsert,
  };
}

/** What a findAndModify command looks for. */
export function findAndModifySearch(body: BsonDocument): Search {
  return readWanted(body).search;
}

function reply(
  document: BsonDocument | undefined,
  lastErrorObject: BsonDocument,
  projection: Projection | undefined,
): BsonDocument {
  const value = document === undefined ? null : projection === undefined ? document : project(projection, document);
  return { lastErrorObject, value };
}

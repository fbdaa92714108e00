import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import { search, searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseProjection, project } from '../query/projection.ts';
import type { Projection } from '../query/projection.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { parseUpdate } from '../update/update.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';
import { insertFromUpsert, replaceFound } from './write.ts';

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
};

/** Finds one document and changes, replaces, upserts or removes it, in one step that no other command comes between. */
export const findAndModify: Command = (context, body) => {
  const wanted = args.readArguments('findAndModify', fields, body);
  const name = wanted.findAndModify ?? wanted.findandmodify;
  if (name === undefined) throw new StoreError('InvalidNamespace', 'findAndModify needs a collection');
  if (wanted.remove === (wanted.update !== undefined))
    throw new StoreError('FailedToParse', "Either an update or 'remove' must be specified, and not both");
  if (wanted.remove && (wanted.upsert || wanted.new))
    throw new StoreError('FailedToParse', "Cannot specify 'upsert' or 'new' with 'remove'");
  const projection = parseProjection(wanted.fields);
  const collection = wanted.upsert
    ? context.store.findOrCreate(context.database, name)
    : context.store.find(`${context.database}.${name}`);
  const wantedSearch: Search = searchFor(parseFilter(wanted.query), {
    sort: parseSort(wanted.sort),
    limit: 1,
    hint: wanted.hint,
    deadlineMs: context.deadlineMs,
  });
  return context.store.write(() => {
    const [found] = search(collection, wantedSearch);
    if (collection === undefined) return reply(undefined, { n: new Int32(0), updatedExisting: false }, projection);
    if (wanted.remove) {
      if (found !== undefined) collection.remove(found.record, found.document);
      return reply(found?.document, { n: new Int32(found === undefined ? 0 : 1) }, projection);
    }
    const change = parseUpdate(wanted.update);
    if (found !== undefined) {
      const after = replaceFound(context, collection, found, change) ?? found.document;
      return reply(wanted.new ? after : found.document, { n: new Int32(1), updatedExisting: true }, projection);
    }
    if (!wanted.upsert) return reply(undefined, { n: new Int32(0), updatedExisting: false }, projection);
    const made = insertFromUpsert(context, collection, wanted.query, change);
    return reply(
      wanted.new ? made : undefined,
      { n: new Int32(1), updatedExisting: false, upserted: made['_id'] },
      projection,
    );
  });
};

function reply(
  document: BsonDocument | undefined,
  lastErrorObject: BsonDocument,
  projection: Projection | undefined,
): BsonDocument {
  const value = document === undefined ? null : projection === undefined ? document : project(projection, document);
  return { lastErrorObject, value };
}

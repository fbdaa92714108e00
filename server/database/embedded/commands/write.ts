import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import { search, searchFor } from '../planner/search.ts';
import type { Found } from '../planner/search.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { decode, encode, maxDocumentBytes, rawDocuments, tooLarge } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { applyUpdate, checkId, parseUpdate, withId } from '../update/update.ts';
import type { Update } from '../update/update.ts';
import { upsertBase } from '../update/upsert.ts';
import * as args from './arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { runStatements } from './write-errors.ts';

/** Inserts documents with the very bytes they came as. */
export const insert: Command = (context, body) => {
  const { documents, ...rest } = body;
  const wanted = args.readArguments(
    'insert',
    { insert: args.collectionName, ordered: v.optional(args.flag, true) },
    rest,
  );
  const inserted = context.request.sequences.get('documents') ?? rawDocuments(context.request.bytes, 'documents') ?? [];
  if (inserted.length === 0)
    throw new StoreError(
      'BadValue',
      `insert needs documents, not ${documents === undefined ? 'none' : 'an empty list'}`,
    );
  const collection = context.store.findOrCreate(context.database, wanted.insert);
  let n = 0;
  return context.store.write(() => {
    const errors = runStatements(inserted, wanted.ordered, (bytes) => {
      insertOne(collection, bytes);
      n += 1;
    });
    return { n: new Int32(n), ...errors };
  });
};

function insertOne(collection: StoredCollection, bytes: Uint8Array): void {
  if (bytes.length > maxDocumentBytes) throw tooLarge(bytes.length);
  const document = decode(bytes);
  if (Object.keys(document)[0] === '_id') {
    checkId(document['_id']);
    collection.insert(bytes, document);
    return;
  }
  const complete = withId(document);
  collection.insert(encode(complete), complete);
}

const updateFields = {
  q: args.document,
  u: args.anything,
  upsert: v.optional(args.flag, false),
  multi: v.optional(args.flag, false),
  hint: v.optional(args.anything),
};

/** Updates, replaces and upserts. */
export const update: Command = (context, body) => {
  const wanted = args.readArguments(
    'update',
    { update: args.collectionName, updates: v.optional(args.documents), ordered: v.optional(args.flag, true) },
    body,
  );
  const statements = context.request.sequences.get('updates')?.map(decode) ?? wanted.updates ?? [];
  const mayInsert = statements.some(({ upsert }) => upsert === true);
  const collection = mayInsert
    ? context.store.findOrCreate(context.database, wanted.update)
    : context.store.find(`${context.database}.${wanted.update}`);
  const upserted: BsonDocument[] = [];
  let n = 0;
  let nModified = 0;
  return context.store.write(() => {
    const errors = runStatements(statements, wanted.ordered, (statement, index) => {
      const parsed = args.readArguments('update.updates', updateFields, statement);
      const change = parseUpdate(parsed.u);
      if (parsed.multi && change.kind === 'replacement')
        throw new StoreError('FailedToParse', 'multi update is not supported for replacement-style update');
      const filter = parseFilter(parsed.q);
      const limit = parsed.multi ? undefined : 1;
      // What is to be changed is found before anything changes: a changed key must not be met again further on in its index.
      const found = [
        ...search(collection, searchFor(filter, { limit, hint: parsed.hint, deadlineMs: context.deadlineMs })),
      ];
      for (const one of found) {
        if (collection !== undefined && replaceFound(context, collection, one, change) !== undefined) nModified += 1;
        n += 1;
      }
      if (found.length > 0 || !parsed.upsert || collection === undefined) return;
      const made = insertFromUpsert(context, collection, parsed.q, change);
      upserted.push({ index: new Int32(index), _id: made['_id'] });
      n += 1;
    });
    return {
      n: new Int32(n),
      nModified: new Int32(nModified),
      ...(upserted.length > 0 ? { upserted } : {}),
      ...errors,
    };
  });
};

/** Stores the changed document and returns it; undefined when the update changed nothing. */
export function replaceFound(
  context: CommandContext,
  collection: StoredCollection,
  found: Found,
  change: Update,
): BsonDocument | undefined {
  const { document, bytes } = applyUpdate(change, found.document, { now: context.now(), isInsert: false });
  if (Buffer.compare(bytes, found.bytes) === 0) return undefined;
  collection.replace(found.record, found.document, bytes, document);
  return document;
}

/** Makes the document that an upsert makes when nothing was found. */
export function insertFromUpsert(
  context: CommandContext,
  collection: StoredCollection,
  filter: BsonDocument,
  change: Update,
): BsonDocument {
  const base = upsertBase(parseFilter(filter));
  const pinned =
    change.kind === 'replacement' && '_id' in base ? { _id: base['_id'] } : change.kind === 'replacement' ? {} : base;
  const { document, bytes } = applyUpdate(change, pinned, { now: context.now(), isInsert: true });
  collection.insert(bytes, document);
  return document;
}

/** Deletes documents; `limit` of each statement is 0 (all) or 1. */
export const deleteDocuments: Command = (context, body) => {
  const wanted = args.readArguments(
    'delete',
    { delete: args.collectionName, deletes: v.optional(args.documents), ordered: v.optional(args.flag, true) },
    body,
  );
  const statements = context.request.sequences.get('deletes')?.map(decode) ?? wanted.deletes ?? [];
  const collection = context.store.find(`${context.database}.${wanted.delete}`);
  let n = 0;
  return context.store.write(() => {
    const errors = runStatements(statements, wanted.ordered, (statement) => {
      const { q, limit, hint } = args.readArguments(
        'delete.deletes',
        { q: args.document, limit: args.count, hint: v.optional(args.anything) },
        statement,
      );
      if (limit > 1)
        throw new StoreError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
      const found = search(
        collection,
        searchFor(parseFilter(q), { limit: limit === 1 ? 1 : undefined, hint, deadlineMs: context.deadlineMs }),
      );
      for (const { record, document } of [...found]) {
        collection?.remove(record, document);
        n += 1;
      }
    });
    return { n: new Int32(n), ...errors };
  });
};

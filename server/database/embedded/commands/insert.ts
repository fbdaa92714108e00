import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { checkId, withId } from '../update/update.ts';
import { decode, encode, maxDocumentBytes, rawDocuments, tooLarge } from '../values/codec.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';
import { inTransactions, runStatements } from './write-errors.ts';

/** Inserts documents with the very bytes they came as. */
export const insert: Command = function* (context, body) {
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
  // oxlint-disable-next-line require-yield -- a document is inserted without a breath
  const statements = runStatements(inserted, wanted.ordered, function* (bytes) {
    insertOne(collection, bytes);
    n += 1;
  });
  const errors = yield* inTransactions(context.store, context.turn, statements);
  return { n: new Int32(n), ...errors };
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

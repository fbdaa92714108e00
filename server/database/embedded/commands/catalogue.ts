import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import { matches } from '../query/matches.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { indexDefinition } from '../storage/index-definition.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import type { StoredIndex } from '../storage/stored-index.ts';
import { areEqual } from '../values/compare.ts';
import { encodeReply } from '../values/codec.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command, CommandContext } from './command.ts';

/** Makes a collection; an existing one is NamespaceExists (48). */
export const create: Command = (context, body) => {
  const { create: name } = args.readArguments('create', { create: args.collectionName }, body);
  const namespace = `${context.database}.${name}`;
  if (context.store.find(namespace) !== undefined)
    throw new StoreError('NamespaceExists', `Collection ${namespace} already exists.`);
  context.store.findOrCreate(context.database, name);
  return {};
};

/** Takes a collection away, with its indexes. One that is not there is no error, as in MongoDB 7. */
export const drop: Command = (context, body) => {
  const { drop: name } = args.readArguments('drop', { drop: args.collectionName }, body);
  const collection = context.store.find(`${context.database}.${name}`);
  if (collection === undefined) return {};
  const indexes = collection.indexes.length;
  context.store.drop([collection]);
  return { nIndexesWas: new Int32(indexes), ns: collection.namespace };
};

/** Takes all collections of the database away. */
export const dropDatabase: Command = (context, body) => {
  args.readArguments('dropDatabase', { dropDatabase: args.anything }, body);
  context.store.drop(context.store.list(context.database).map(({ collection }) => collection));
  return { dropped: context.database };
};

/** Lists the databases that have a collection. */
export const listDatabases: Command = (context, body) => {
  const { nameOnly } = args.readArguments(
    'listDatabases',
    {
      listDatabases: args.anything,
      nameOnly: v.optional(args.flag, false),
      authorizedDatabases: v.optional(args.flag),
    },
    body,
  );
  const names = new Set(context.store.all().map(({ namespace }) => namespace.split('.')[0] ?? ''));
  return { databases: [...names].map((name) => (nameOnly ? { name } : { name, empty: false })) };
};

/** Lists collections that meet a filter. */
export const listCollections: Command = function* (context, body) {
  const wanted = args.readArguments(
    'listCollections',
    {
      listCollections: args.anything,
      filter: v.optional(args.document),
      nameOnly: v.optional(args.flag),
      cursor: v.optional(args.document),
      authorizedCollections: v.optional(args.flag),
    },
    body,
  );
  const condition = parseFilter(wanted.filter ?? {});
  const listed = context.store
    .list(context.database)
    .map(({ name, collection }): BsonDocument => ({
      name,
      type: 'collection',
      options: {},
      info: { readOnly: false, uuid: collection.uuid },
      idIndex: { v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' },
    }))
    .filter((entry) => matches(condition, entry))
    .map((entry) => (wanted.nameOnly === true ? { name: entry['name'], type: 'collection' } : entry));
  const source = `${context.database}.$cmd.listCollections`;
  return yield* context.cursors.first(source, listed.map(encodeReply), { batchSize: batchSizeOf(wanted.cursor) });
};

/** Lists a collection's indexes; a missing collection is NamespaceNotFound (26). */
export const listIndexes: Command = function* (context, body) {
  const wanted = args.readArguments(
    'listIndexes',
    { listIndexes: args.collectionName, cursor: v.optional(args.document) },
    body,
  );
  const collection = existing(context, wanted.listIndexes);
  const listed = collection.indexes.map(({ definition }) => definition.document);
  const batchSize = batchSizeOf(wanted.cursor);
  return yield* context.cursors.first(collection.namespace, listed.map(encodeReply), { batchSize });
};

/** Makes indexes, and the collection when it is not there. */
export const createIndexes: Command = (context, body) => {
  const wanted = args.readArguments(
    'createIndexes',
    { createIndexes: args.collectionName, indexes: args.documents },
    body,
  );
  const definitions = wanted.indexes.map(indexDefinition);
  const isNew = context.store.find(`${context.database}.${wanted.createIndexes}`) === undefined;
  const collection = context.store.findOrCreate(context.database, wanted.createIndexes);
  const before = collection.indexes.length;
  for (const definition of definitions) context.store.createIndex(collection, definition);
  return {
    numIndexesBefore: new Int32(before),
    numIndexesAfter: new Int32(collection.indexes.length),
    createdCollectionAutomatically: isNew,
  };
};

/** Takes indexes away by name, key, list of names, or all but `_id` by `*`. */
export const dropIndexes: Command = (context, body) => {
  const wanted = args.readArguments('dropIndexes', { dropIndexes: args.collectionName, index: args.anything }, body);
  const collection = existing(context, wanted.dropIndexes);
  const before = collection.indexes.length;
  const names = Array.isArray(wanted.index) ? wanted.index : [wanted.index];
  const doomed =
    wanted.index === '*' ? collection.indexes.slice(1) : names.map((name) => indexToDrop(collection, name));
  for (const index of doomed) context.store.dropIndex(collection, index);
  return { nIndexesWas: new Int32(before) };
};

function indexToDrop(collection: StoredCollection, wanted: unknown): StoredIndex {
  const index = collection.indexes.find(
    ({ definition }) =>
      definition.name === wanted ||
      (isDocument(wanted) && areEqual(Object.entries(definition.key).flat(), Object.entries(wanted).flat())),
  );
  if (index === undefined)
    throw new StoreError(
      'IndexNotFound',
      `index not found with name [${typeof wanted === 'string' ? wanted : 'by key'}]`,
    );
  if (index.definition.name === '_id_') throw new StoreError('InvalidOptions', 'cannot drop _id index');
  return index;
}

function existing(context: CommandContext, name: string): StoredCollection {
  const collection = context.store.find(`${context.database}.${name}`);
  if (collection === undefined)
    throw new StoreError('NamespaceNotFound', `ns does not exist: ${context.database}.${name}`);
  return collection;
}

function batchSizeOf(cursor: BsonDocument | undefined): number | undefined {
  return cursor === undefined
    ? undefined
    : args.readArguments('cursor', { batchSize: v.optional(args.count) }, cursor).batchSize;
}

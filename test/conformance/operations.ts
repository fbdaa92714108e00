import type { Collection, Db, Document } from 'mongodb';
import type { Operation } from './case-file.ts';
import { NotHere, found } from './entities.ts';
import type { Entities } from './entities.ts';

/** Does an operation through the unmodified driver, and gives its result in the words of the test format. */
export async function runOperation(
  entities: Entities,
  { name, object, arguments: given }: Operation,
): Promise<unknown> {
  if (object === 'testRunner') throw new NotHere(`needs '${name}', which only MongoDB's own test servers have`);
  const collection = entities.collections.get(object);
  if (collection !== undefined) return collectionOperation(name)(collection, given);
  if (entities.databases.has(object)) return databaseOperation(name)(found(entities.databases, object), given);
  throw new NotHere(`the runner does not do '${name}' on ${object}`);
}

type OnCollection = (collection: Collection, given: Document) => Promise<unknown>;

const onCollection: Record<string, OnCollection> = {
  aggregate: (collection, { pipeline, ...options }) => collection.aggregate(pipeline, options).toArray(),
  bulkWrite: async (collection, { requests, ...options }) => bulkResult(await collection.bulkWrite(requests, options)),
  count: (collection, { filter, ...options }) => collection.count(filter, options),
  countDocuments: (collection, { filter, ...options }) => collection.countDocuments(filter, options),
  createIndex: (collection, { keys, ...options }) => collection.createIndex(keys, options),
  deleteMany: (collection, { filter, ...options }) => collection.deleteMany(filter, options),
  deleteOne: (collection, { filter, ...options }) => collection.deleteOne(filter, options),
  distinct: (collection, { fieldName, filter, ...options }) => collection.distinct(fieldName, filter, options),
  estimatedDocumentCount: (collection, options) => collection.estimatedDocumentCount(options),
  find: (collection, { filter, ...options }) => collection.find(filter, options).toArray(),
  findOne: (collection, { filter, ...options }) => collection.findOne(filter, options),
  findOneAndDelete: (collection, { filter, ...options }) => collection.findOneAndDelete(filter, options),
  findOneAndReplace: (collection, { filter, replacement, ...options }) =>
    collection.findOneAndReplace(filter, replacement, returning(options)),
  findOneAndUpdate: (collection, { filter, update, ...options }) =>
    collection.findOneAndUpdate(filter, update, returning(options)),
  insertMany: (collection, { documents, ...options }) => collection.insertMany(documents, options),
  insertOne: (collection, { document, ...options }) => collection.insertOne(document, options),
  replaceOne: async (collection, { filter, replacement, ...options }) =>
    updateResult(await collection.replaceOne(filter, replacement, options)),
  updateMany: async (collection, { filter, update, ...options }) =>
    updateResult(await collection.updateMany(filter, update, options)),
  updateOne: async (collection, { filter, update, ...options }) =>
    updateResult(await collection.updateOne(filter, update, options)),
};

const onDatabase: Record<string, (database: Db, given: Document) => Promise<unknown>> = {
  aggregate: (database, { pipeline, ...options }) => database.aggregate(pipeline, options).toArray(),
  createCollection: (database, { collection, ...options }) => database.createCollection(String(collection), options),
  dropCollection: (database, { collection }) => database.dropCollection(String(collection)),
};

function collectionOperation(name: string): OnCollection {
  const operation = onCollection[name];
  if (operation === undefined) throw new NotHere(`the runner does not do '${name}' on a collection`);
  return operation;
}

function databaseOperation(name: string): (database: Db, given: Document) => Promise<unknown> {
  const operation = onDatabase[name];
  if (operation === undefined) throw new NotHere(`the runner does not do '${name}' on a database`);
  return operation;
}

function returning({ returnDocument, ...options }: Document): Document {
  return returnDocument === undefined ? options : { ...options, returnDocument: String(returnDocument).toLowerCase() };
}

function updateResult(result: object): Document {
  const { upsertedId, ...others }: Document = { ...result };
  return upsertedId === null ? others : { ...others, upsertedId };
}

/** The counts and ids of a bulk write, which the driver gives as properties of a class. */
export function bulkResult(result: Document): Document {
  const names = [
    'insertedCount',
    'matchedCount',
    'modifiedCount',
    'deletedCount',
    'upsertedCount',
    'insertedIds',
    'upsertedIds',
  ];
  return Object.fromEntries(names.map((name) => [name, result[name] as unknown]));
}

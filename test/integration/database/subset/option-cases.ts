import assert from 'node:assert/strict';
import { ReadConcern } from 'mongodb';
import type { Collection } from 'mongodb';
import type { AnyStore } from '../a-store.ts';

type OptionCase = (collection: Collection, store: AnyStore) => Promise<void>;

/** For each option of commands that is served. The collection holds `{_id: 1, v: 1}` to `{_id: 3, v: 3}` and an index on `v`. */
export const optionCases: Record<string, OptionCase> = {
  hint: async (collection) => {
    for (const hint of ['v_1', { v: 1 }, { $natural: -1 }] as const)
      assert.equal(await collection.countDocuments({ _id: { $gt: 1 } } as object, { hint }), 2);
    assert.equal((await collection.updateMany({}, { $set: { seen: true } }, { hint: 'v_1' })).modifiedCount, 3);
    await assert.rejects(collection.deleteOne({}, { hint: 'none' }), { code: 2 });
  },
  batchSize: async (collection) => {
    const cursor = collection.find({}, { batchSize: 1 });
    await cursor.next();
    assert.ok(cursor.id !== undefined && String(cursor.id) !== '0');
    await cursor.close();
  },
  arrayFilters: async (collection) => {
    const update = { $set: { 'list.$[x]': 0 } };
    await assert.rejects(collection.updateOne({}, update, { arrayFilters: [{ y: 1 }] }), { code: 2 });
    await assert.rejects(collection.updateOne({}, { $set: { v: 1 } }, { arrayFilters: [{ y: 1 }] }), { code: 9 });
  },
  maxTimeMS: async (collection) => {
    assert.equal((await collection.find().maxTimeMS(10_000).toArray()).length, 3);
  },
  comment: async (collection) => {
    assert.equal((await collection.find({}, { comment: { why: 'test' } }).toArray()).length, 3);
    assert.equal((await collection.deleteMany({ v: 9 }, { comment: 'why' })).deletedCount, 0);
  },
  ordered: async (collection) => {
    const documents = [{ _id: 1 }, { _id: 9 }] as object[];
    await assert.rejects(collection.insertMany(documents, { ordered: false }), { code: 11000 });
    assert.equal(await collection.countDocuments({ _id: 9 } as object), 1);
  },
  readConcern: async (collection, { db }) => {
    for (const level of ['local', 'available', 'majority'] as const)
      assert.equal((await collection.find({}, { readConcern: new ReadConcern(level) }).toArray()).length, 3);
    const linear = { find: collection.collectionName, readConcern: { level: 'linearizable' } };
    await assert.rejects(db.command(linear), { code: 123 });
  },
  writeConcern: async (collection, { db }) => {
    await collection.insertOne({}, { writeConcern: { w: 'majority', journal: true } });
    await collection.insertOne({ unheard: 1 }, { writeConcern: { w: 0 } });
    assert.equal(await collection.countDocuments({}), 5);
    const replicated = { insert: collection.collectionName, documents: [{}], writeConcern: { w: 2 } };
    await assert.rejects(db.command(replicated), { code: 2 });
  },
  session: async (collection, { client }) => {
    await client.withSession(async (session) => {
      await collection.insertOne({}, { session });
      assert.equal(await collection.countDocuments({}, { session }), 4);
    });
  },
};

/** Options that are refused, by the name that docs/store.md gives them. */
export const refusedOptions: Record<string, OptionCase> = {
  collation: async (collection) => void (await collection.find({}, { collation: { locale: 'en' } }).toArray()),
  let: async (collection) => void (await collection.find({}, { let: { a: 1 } }).toArray()),
  tailable: async (collection) => void (await collection.find({}, { tailable: true }).toArray()),
  showRecordId: async (collection) => void (await collection.find({}, { showRecordId: true }).toArray()),
  returnKey: async (collection) => void (await collection.find({}, { returnKey: true }).toArray()),
  min: async (collection) => void (await collection.find({}, { min: { v: 1 }, hint: { v: 1 } }).toArray()),
  max: async (collection) => void (await collection.find({}, { max: { v: 1 }, hint: { v: 1 } }).toArray()),
  capped: async (_, { db }) => void (await db.createCollection('refused', { capped: true, size: 1000 })),
  viewOn: async (collection, { db }) =>
    void (await db.createCollection('refused', { viewOn: collection.collectionName, pipeline: [] })),
  validator: async (_, { db }) => void (await db.createCollection('refused', { validator: { v: 1 } })),
  timeseries: async (_, { db }) => void (await db.createCollection('refused', { timeseries: { timeField: 'v' } })),
  'update by a pipeline': async (collection) => void (await collection.updateOne({}, [{ $set: { v: 1 } }])),
  'transaction number': async (collection, { db }) =>
    void (await db.command({
      insert: collection.collectionName,
      documents: [{}],
      lsid: { id: '' },
      txnNumber: 1,
      autocommit: false,
    })),
  'aggregation of a database': async (_, { db }) => void (await db.aggregate([{ $match: {} }]).toArray()),
  'unsafe $regex': async (collection) => void (await collection.findOne({ v: { $regex: '^(a+)+$' } })),
};

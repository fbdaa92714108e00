import assert from 'node:assert/strict';
import type { AnyStore } from '../a-store.ts';

type CommandCase = (store: AnyStore) => Promise<void>;

/** A collection with the documents `{_id: 1, v: 1}` to `{_id: 3, v: 3}`, and its name. */
async function three(store: AnyStore): Promise<string> {
  const collection = store.collection();
  await store.db.command({ insert: collection.collectionName, documents: [1, 2, 3].map((n) => ({ _id: n, v: n })) });
  return collection.collectionName;
}

/** For each command that is served. */
export const commandCases: Record<string, CommandCase> = {
  hello: async ({ db }) => {
    const greeting = await db.command({ hello: 1 });
    assert.equal(greeting['isWritablePrimary'], true);
    assert.equal(greeting['setName'], undefined);
  },
  isMaster: async ({ db }) => assert.equal((await db.command({ isMaster: 1 }))['ismaster'], true),
  ping: async ({ db }) => assert.equal((await db.command({ ping: 1 }))['ok'], 1),
  buildInfo: async ({ db }) => assert.match(String((await db.command({ buildInfo: 1 }))['version']), /^\d+\.\d+\.\d+$/),
  endSessions: async ({ db }) => assert.equal((await db.command({ endSessions: [] }))['ok'], 1),
  listDatabases: async (store) => {
    await three(store);
    const { databases } = await store.client.db('admin').admin().listDatabases();
    assert.ok(databases.some(({ name }) => name === store.db.databaseName));
  },
  create: async (store) => {
    const name = store.collection().collectionName;
    await store.db.command({ create: name });
    await assert.rejects(store.db.command({ create: name }), { code: 48 });
  },
  drop: async (store) => {
    const name = await three(store);
    await store.db.command({ drop: name });
    assert.equal(await store.db.collection(name).countDocuments(), 0);
  },
  dropDatabase: async (store) => {
    const doomed = store.client.db('doomed');
    await doomed.collection('a').insertOne({});
    await doomed.dropDatabase();
    assert.deepEqual(await doomed.listCollections().toArray(), []);
  },
  listCollections: async (store) => {
    const name = await three(store);
    const [listed, ...others] = await store.db.listCollections({ name: { $in: [name] }, type: 'collection' }).toArray();
    assert.deepEqual([listed?.name, others], [name, []]);
    assert.deepEqual(await store.db.listCollections({ name }, { nameOnly: true }).toArray(), [
      { name, type: 'collection' },
    ]);
  },
  createIndexes: async (store) => {
    const name = await three(store);
    const made = await store.db.command({ createIndexes: name, indexes: [{ key: { v: 1 }, name: 'v_1' }] });
    assert.equal(made['numIndexesAfter'], 2);
  },
  listIndexes: async (store) => {
    const name = await three(store);
    const { cursor } = await store.db.command({ listIndexes: name });
    assert.deepEqual(cursor.firstBatch, [{ v: 2, key: { _id: 1 }, name: '_id_' }]);
    await assert.rejects(store.db.command({ listIndexes: 'none' }), { code: 26 });
  },
  dropIndexes: async (store) => {
    const collection = store.db.collection(await three(store));
    await collection.createIndex({ v: 1 });
    await collection.createIndex({ w: 1 });
    await store.db.command({ dropIndexes: collection.collectionName, index: ['v_1'] });
    await store.db.command({ dropIndexes: collection.collectionName, index: { w: 1 } });
    assert.equal((await collection.indexes()).length, 1);
    await assert.rejects(store.db.command({ dropIndexes: collection.collectionName, index: 'v_1' }), { code: 27 });
  },
  insert: async (store) => {
    const name = await three(store);
    const reply = await store.db.command({ insert: name, documents: [{ _id: 3 }, { _id: 4 }], ordered: false });
    assert.deepEqual([reply['n'], reply['writeErrors'][0].index, reply['writeErrors'][0].code], [1, 0, 11000]);
  },
  update: async (store) => {
    const name = await three(store);
    const updates = [
      { q: { v: { $gt: 1 } }, u: { $inc: { v: 10 } }, multi: true },
      { q: { v: 99 }, u: { v: 99 }, upsert: true },
      { q: { _id: 1 }, u: { $set: { v: 1 } } },
    ];
    const reply = await store.db.command({ update: name, updates });
    assert.deepEqual([reply['n'], reply['nModified'], reply['upserted'].length], [4, 2, 1]);
  },
  delete: async (store) => {
    const name = await three(store);
    const reply = await store.db.command({
      delete: name,
      deletes: [
        { q: { v: 1 }, limit: 1 },
        { q: {}, limit: 0 },
      ],
    });
    assert.equal(reply['n'], 3);
  },
  findAndModify: async (store) => {
    const name = await three(store);
    const reply = await store.db.command({
      findAndModify: name,
      query: { v: { $lt: 3 } },
      sort: { v: -1 },
      update: { $set: { seen: true } },
      new: true,
      fields: { seen: 1 },
    });
    assert.deepEqual(reply['value'], { _id: 2, seen: true });
    assert.deepEqual(reply['lastErrorObject'], { n: 1, updatedExisting: true });
  },
  find: async (store) => {
    const name = await three(store);
    const { cursor } = await store.db.command({
      find: name,
      filter: {},
      sort: { v: -1 },
      skip: 1,
      limit: 1,
      singleBatch: true,
    });
    assert.deepEqual([cursor.firstBatch, String(cursor.id)], [[{ _id: 2, v: 2 }], '0']);
  },
  getMore: async (store) => {
    const name = await three(store);
    const { cursor } = await store.db.command({ find: name, batchSize: 1 }, { promoteLongs: false });
    const more = await store.db.command({ getMore: cursor.id, collection: name, batchSize: 1 });
    assert.deepEqual(more['cursor'].nextBatch, [{ _id: 2, v: 2 }]);
  },
  killCursors: async (store) => {
    const name = await three(store);
    const { cursor } = await store.db.command({ find: name, batchSize: 1 }, { promoteLongs: false });
    const killed = await store.db.command({ killCursors: name, cursors: [cursor.id] });
    assert.equal(killed['cursorsKilled'].length, 1);
    await assert.rejects(store.db.command({ getMore: cursor.id, collection: name }), { code: 43 });
  },
  count: async (store) => {
    const name = await three(store);
    assert.equal((await store.db.command({ count: name, query: { v: { $gte: 2 } }, skip: 1 }))['n'], 1);
  },
  distinct: async (store) => {
    const name = await three(store);
    assert.deepEqual(
      (await store.db.command({ distinct: name, key: 'v', query: { v: { $ne: 2 } } }))['values'],
      [1, 3],
    );
  },
  aggregate: async (store) => {
    const name = await three(store);
    const pipeline = [{ $match: { v: { $gt: 1 } } }, { $group: { _id: null, sum: { $sum: '$v' } } }];
    const { cursor } = await store.db.command({ aggregate: name, pipeline, cursor: {} });
    assert.deepEqual(cursor.firstBatch, [{ _id: null, sum: 5 }]);
  },
  explain: async (store) => {
    const name = await three(store);
    const explained = await store.db.command({
      explain: { find: name, filter: { _id: 2 } },
      verbosity: 'executionStats',
    });
    assert.equal(explained['queryPlanner'].winningPlan.inputStage.indexName, '_id_');
    assert.equal(explained['executionStats'].totalDocsExamined, 1);
  },
};

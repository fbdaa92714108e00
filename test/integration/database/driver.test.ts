import assert from 'node:assert/strict';
import {
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MongoBulkWriteError,
  MongoServerError,
  ObjectId,
  Timestamp,
} from 'mongodb';
import { anEmbeddedStoreOnly, endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

const exactly = { promoteValues: false, promoteLongs: false, promoteBuffers: false };

describe('The embedded store, used by the unmodified mongodb driver', function () {
  this.timeout(20_000);
  let store: AnyStore;
  before(async () => {
    store = await startAnyStore();
  });
  after(() => endStore(store));

  it('gives every value back in exactly the type that it was stored in', async () => {
    const document = {
      _id: new ObjectId(),
      int: new Int32(5),
      long: Long.fromString('9223372036854775807'),
      smallLong: Long.fromNumber(5),
      wholeDouble: new Double(1),
      negativeZero: new Double(-0),
      decimal: Decimal128.fromString('1.50'),
      date: new Date(1),
      binary: new Binary(Buffer.from([1, 2, 0]), 0x80),
      timestamp: new Timestamp({ t: 7, i: 9 }),
      nothing: null,
      list: [new Int32(1), new Double(1), [], {}],
    };
    const collection = store.collection();
    await collection.insertOne(document);
    await collection.insertMany([{ ...document, _id: new ObjectId() }]);
    for (const found of await collection.find({}, exactly).sort({ _id: 1 }).toArray()) {
      assert.deepEqual({ ...found, _id: document._id }, document);
    }
    await collection.updateOne({ _id: document._id }, { $set: { added: 'x' } });
    assert.deepEqual(await collection.findOne({ _id: document._id }, exactly), { ...document, added: 'x' });
  });

  it('says which unique key a new document would repeat, and stores nothing of it', async () => {
    const collection = store.collection();
    await collection.createIndex({ session: 1, seq: 1 }, { unique: true });
    await collection.createIndex({ tag: 1 });
    await collection.insertOne({ session: 's', seq: 1 });
    const failure = await collection.insertOne({ session: 's', seq: 1, tag: 'lost' }).catch((error: unknown) => error);
    assert.ok(failure instanceof MongoServerError);
    assert.equal(failure.code, 11000);
    assert.deepEqual(failure['keyPattern'], { session: 1, seq: 1 });
    assert.deepEqual(failure['keyValue'], { session: 's', seq: 1 });
    assert.equal(await collection.countDocuments({ tag: 'lost' }), 0);
    await collection.insertOne({ session: 's', seq: 2, tag: 'kept' });
  });

  it('stops an ordered batch at its first error and carries an unordered one to its end', async () => {
    for (const [ordered, expected] of [
      [true, 1],
      [false, 3],
    ] as const) {
      const collection = store.collection();
      const failure = await collection
        .insertMany(
          [1, 1, 2, 3].map((_id) => ({ _id: new Int32(_id) }) as never),
          { ordered },
        )
        .catch((error: unknown) => error);
      assert.ok(failure instanceof MongoBulkWriteError);
      assert.equal(failure.result.insertedCount, expected);
      assert.equal(await collection.countDocuments(), expected);
    }
  });

  it('carries out a bulk of inserts, updates, upserts, replacements and deletions in their order', async () => {
    const collection = store.collection();
    const result = await collection.bulkWrite([
      { insertOne: { document: { n: 1 } } },
      { updateOne: { filter: { n: 1 }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { n: 7 }, update: { $setOnInsert: { made: true } }, upsert: true } },
      { replaceOne: { filter: { n: 2 }, replacement: { n: 3 } } },
      { updateMany: { filter: {}, update: { $set: { seen: true } } } },
      { deleteOne: { filter: { n: 3 } } },
    ]);
    assert.equal(result.insertedCount, 1);
    assert.equal(result.modifiedCount, 4);
    assert.equal(result.upsertedCount, 1);
    assert.equal(result.deletedCount, 1);
    assert.deepEqual(await collection.find({}, { projection: { _id: 0 } }).toArray(), [
      { n: 7, made: true, seen: true },
    ]);
  });

  it('lets exactly one of 200 simultaneous claims win', async () => {
    const collection = store.collection();
    await collection.insertOne({ state: 'waiting' });
    const claims = await Promise.all(
      Array.from({ length: 200 }, (_, rep) =>
        collection.findOneAndUpdate(
          { state: 'waiting' },
          { $set: { state: 'claimed', rep } },
          { returnDocument: 'after' },
        ),
      ),
    );
    const winners = claims.filter((claim) => claim !== null);
    assert.equal(winners.length, 1);
    assert.equal((await collection.findOne())?.['rep'], winners[0]?.['rep']);
  });

  it('reads a large collection batch by batch, while others write', async () => {
    const collection = store.collection();
    await collection.insertMany(Array.from({ length: 3000 }, (_, n) => ({ n })));
    let seen = 0;
    for await (const { n } of collection.find().sort({ _id: 1 }).batchSize(100)) {
      assert.equal(n, seen);
      if (seen === 500) await collection.deleteMany({ n: { $lt: 400 } });
      seen += 1;
    }
    assert.equal(seen, 3000);
  });

  it('sorts, skips, limits and projects', async () => {
    const collection = store.collection();
    await collection.insertMany([3, 1, 2, 5, 4].map((n) => ({ n, inner: { a: n, b: [n, { c: n }] } })));
    const found = await collection
      .find({}, { projection: { _id: 0, 'inner.b.c': 1, n: 1 } })
      .sort({ n: -1 })
      .skip(1)
      .limit(2)
      .toArray();
    assert.deepEqual(found, [
      { n: 4, inner: { b: [{ c: 4 }] } },
      { n: 3, inner: { b: [{ c: 3 }] } },
    ]);
    assert.deepEqual(await collection.distinct('n', { n: { $gt: 3 } }), [5, 4]);
  });

  it('answers count, group, lookup, unwind and facet by aggregation', async () => {
    const sessions = store.collection();
    const entries = store.collection();
    const id = new ObjectId();
    await sessions.insertOne({ _id: id, channel: 'General', tags: ['x', 'y'] });
    await entries.insertMany([1, 2, 3].map((seq) => ({ session: id, seq: Long.fromNumber(seq), day: new Date(seq) })));
    const [joined] = await sessions
      .aggregate([
        { $match: { channel: 'General' } },
        { $lookup: { from: entries.collectionName, localField: '_id', foreignField: 'session', as: 'entries' } },
        { $project: { count: { $size: '$entries' }, total: { $sum: '$entries.seq' } } },
      ])
      .toArray();
    assert.deepEqual(joined, { _id: id, count: 3, total: 6 });
    const groups = await entries
      .aggregate([{ $group: { _id: '$session', last: { $max: '$seq' }, n: { $sum: 1 } } }])
      .toArray();
    assert.deepEqual(groups, [{ _id: id, last: 3, n: 3 }]);
    const [facets] = await sessions
      .aggregate([
        { $unwind: '$tags' },
        { $facet: { tags: [{ $sort: { tags: -1 } }, { $project: { _id: 0, tags: 1 } }], n: [{ $count: 'n' }] } },
      ])
      .toArray();
    assert.deepEqual(facets, { tags: [{ tags: 'y' }, { tags: 'x' }], n: [{ n: 2 }] });
  });

  // A MongoDB looks for them once a minute.
  anEmbeddedStoreOnly('removes documents whose time has come', async () => {
    const collection = store.collection();
    await collection.createIndex({ due: 1 }, { expireAfterSeconds: 0 });
    await collection.insertMany([
      { due: new Date(Date.now() - 1000) },
      { due: new Date(Date.now() + 60_000) },
      { due: 'never' },
      {},
    ]);
    const deadline = Date.now() + 5000;
    while ((await collection.countDocuments()) > 3 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(await collection.countDocuments({ due: { $lt: new Date() } }), 0);
    assert.equal(await collection.countDocuments(), 3);
  });

  it('shows by explain that equality, range and order are served by an index', async () => {
    const collection = store.collection();
    await collection.createIndex({ session: 1, seq: 1 });
    await collection.insertMany(Array.from({ length: 500 }, (_, n) => ({ session: n % 10, seq: n })));
    const explained = await collection
      .find({ session: 3, seq: { $gt: 450 } })
      .sort({ seq: -1 })
      .explain('executionStats');
    assert.equal(explained['queryPlanner'].winningPlan.inputStage.indexName, 'session_1_seq_1');
    assert.equal(explained['executionStats'].nReturned, 5);
    assert.equal(explained['executionStats'].totalDocsExamined, 5);
  });

  it('lists, conflicts and drops collections and indexes as MongoDB does', async () => {
    const collection = store.collection();
    await assert.rejects(collection.indexes(), { code: 26 });
    await store.db.createCollection(collection.collectionName);
    await assert.rejects(store.db.createCollection(collection.collectionName), { code: 48 });
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.createIndex({ a: 1 }, { unique: true });
    await assert.rejects(collection.createIndex({ a: 1 }, { sparse: true, name: 'other' }), { code: 85 });
    await assert.rejects(collection.createIndex({ b: 1 }, { name: 'a_1' }), { code: 86 });
    assert.deepEqual(
      (await collection.indexes()).map(({ name }) => name),
      ['_id_', 'a_1'],
    );
    await collection.dropIndex('a_1');
    await assert.rejects(collection.dropIndex('a_1'), { code: 27 });
    assert.ok(await collection.drop());
    assert.deepEqual(await store.db.listCollections({ name: collection.collectionName }).toArray(), []);
  });
});

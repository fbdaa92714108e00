import assert from 'node:assert/strict';
import type { Collection, Document, FindCursor } from 'mongodb';
import { endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

describe('Cursors of the store', function () {
  this.timeout(20_000);
  let store: AnyStore;
  let collection: Collection;
  before(async () => {
    store = await startAnyStore();
  });
  beforeEach(async () => {
    collection = store.collection();
    await collection.createIndex({ n: 1 });
    await collection.insertMany(Array.from({ length: 5000 }, (_, n) => ({ n, text: 'x' })));
  });
  after(() => endStore(store));

  /** A cursor of which the first batch is read, and the rest is not. */
  async function begun(cursor: FindCursor<Document>): Promise<FindCursor<Document>> {
    await cursor.next();
    return cursor;
  }

  it('end with an error when their index or their collection goes', async () => {
    const byIndex = await begun(collection.find({ n: { $gte: 0 } }).batchSize(10));
    await collection.dropIndex('n_1');
    await assert.rejects(byIndex.toArray(), { code: 175 });
    const all = await begun(collection.find().batchSize(10));
    await collection.drop();
    await assert.rejects(all.toArray(), { code: 175 });
  });

  it('see what others insert and delete behind the place where they are', async () => {
    const cursor = await begun(collection.find({ n: { $gte: 0 } }).batchSize(2));
    await collection.deleteMany({ n: { $gte: 2000, $lt: 4000 } });
    await collection.insertOne({ n: 9000 });
    const rest = await cursor.toArray();
    assert.equal(rest.at(-1)?.['n'], 9000);
    assert.equal(rest.length, 2999 + 1);
  });

  it('are forgotten when their reader closes them', async () => {
    const cursor = await begun(collection.find().batchSize(2));
    const id = cursor.id;
    await cursor.close();
    await assert.rejects(store.db.command({ getMore: id, collection: collection.collectionName }), { code: 43 });
  });

  it('are read by one request at a time', async () => {
    const found = await store.db.command(
      { find: collection.collectionName, filter: { text: 'x' }, batchSize: 1 },
      { promoteLongs: false },
    );
    const more = { getMore: found['cursor'].id as unknown, collection: collection.collectionName };
    const replies = await Promise.allSettled(Array.from({ length: 4 }, () => store.db.command(more)));
    assert.equal(replies.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('have the time of maxTimeMS for their work, not for the waiting of their reader', async () => {
    const cursor = await begun(collection.find().batchSize(10).maxTimeMS(2000));
    const until = Date.now() + 2100;
    while (Date.now() < until) await collection.findOne({ n: 1 });
    assert.equal((await cursor.toArray()).length, 4999);
  });
});

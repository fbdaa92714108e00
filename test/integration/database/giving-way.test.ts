import assert from 'node:assert/strict';
import { Int32, MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

const many = 60_000;

describe('While one client’s work is long, the embedded store', function () {
  this.timeout(60_000);
  let store: AnyStore;
  let other: MongoClient;
  let collection: Collection;
  before(async () => {
    store = await startAnyStore();
    other = await new MongoClient(store.uri, { serverSelectionTimeoutMS: 5000 }).connect();
    collection = store.collection();
    for (let start = 0; start < many; start += 20_000) {
      await collection.insertMany(
        Array.from({ length: 20_000 }, (_, place) => ({ n: start + place, group: (start + place) % 5000, text: 'x' })),
      );
    }
    await collection.createIndex({ n: 1 });
  });
  after(async () => {
    await other.close();
    await endStore(store);
  });

  /** How often another client is answered, one question after the other, until the work is done. */
  async function answersDuring(work: Promise<unknown>): Promise<number> {
    let isDone = false;
    const done = work.finally(() => (isDone = true));
    let answers = 0;
    const ask = async (): Promise<void> => {
      while (!isDone) {
        await other
          .db()
          .collection('small')
          .updateOne({ _id: new Int32(1) }, { $inc: { n: 1 } }, { upsert: true });
        if (!isDone) answers += 1;
      }
    };
    await Promise.all([done, ask()]);
    return answers;
  }

  const longWork: Record<string, () => Promise<unknown>> = {
    'a scan of a whole collection': () => collection.find({ text: 'nothing' }).toArray(),
    'a big sort': () => collection.find().sort({ text: 1, n: -1 }).limit(20_000).toArray(),
    'a count without an index': () => collection.countDocuments({ text: 'x' }),
    'a list of distinct values': () => collection.distinct('group'),
    'a grouping': () => collection.aggregate([{ $group: { _id: '$group', sum: { $sum: '$n' } } }]).toArray(),
    'a pipeline of many stages': () =>
      collection
        .aggregate([
          { $addFields: { m: { $multiply: ['$n', 2] } } },
          { $match: { m: { $gte: 0 } } },
          { $sort: { m: -1 } },
          { $facet: { last: [{ $limit: 1 }], all: [{ $count: 'n' }] } },
        ])
        .toArray(),
    'a change of many documents': () => collection.updateMany({}, { $set: { text: 'y' } }),
    'the insertion of many documents': () =>
      store.collection().insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, padding: 'z'.repeat(200) }))),
  };

  for (const [what, work] of Object.entries(longWork)) {
    it(`answers others in between: ${what}`, async () => {
      const answers = await answersDuring(work());
      assert.ok(answers >= 5, `only ${answers} answers`);
    });
  }

  it('lets two long questions go on side by side', async () => {
    const first = collection.find({ text: 'nothing' }).toArray();
    const second = other
      .db(store.db.databaseName)
      .collection(collection.collectionName)
      .find({ text: 'nothing either' })
      .toArray();
    assert.deepEqual(await Promise.all([first, second]), [[], []]);
  });

  it('changes each document whole, whatever others change meanwhile', async () => {
    const changes = collection.updateMany({ n: { $lt: 20_000 } }, { $inc: { a: 1, b: 1 } });
    const others = Array.from({ length: 50 }, (_, place) =>
      other
        .db()
        .collection(collection.collectionName)
        .updateMany({ n: { $gte: 15_000 + place * 100, $lt: 15_100 + place * 100 } }, { $inc: { a: 1, b: 1 } }),
    );
    await Promise.all([changes, ...others]);
    assert.equal(await collection.countDocuments({ $expr: { $ne: ['$a', '$b'] } }), 0);
    assert.equal(await collection.countDocuments({ a: 2 }), 5000);
  });

  it('does not change a document that others have changed so that it is no longer meant', async () => {
    const claims = [store.client, other].map((client, rep) =>
      client
        .db(store.db.databaseName)
        .collection(collection.collectionName)
        .updateMany({ n: { $gte: 30_000, $lt: 40_000 }, owner: null }, { $set: { owner: rep } }),
    );
    const counts = (await Promise.all(claims)).map(({ modifiedCount }) => modifiedCount);
    assert.equal(
      counts.reduce((sum, each) => sum + each, 0),
      10_000,
    );
    for (const [rep, count] of counts.entries()) assert.equal(await collection.countDocuments({ owner: rep }), count);
  });

  it('ends work that takes longer than its maxTimeMS, and works on', async () => {
    await assert.rejects(collection.find({ text: 'nothing' }).maxTimeMS(1).toArray(), { code: 50 });
    assert.equal(await collection.estimatedDocumentCount(), many);
  });

  it('ends work that nobody waits for any longer', async () => {
    const leaving = await new MongoClient(store.uri, { socketTimeoutMS: 30 }).connect();
    const scans = Array.from({ length: 5 }, () =>
      leaving.db(store.db.databaseName).collection(collection.collectionName).find({ text: 'nothing' }).toArray(),
    );
    const outcomes = await Promise.allSettled(scans);
    assert.ok(outcomes.some(({ status }) => status === 'rejected'));
    await leaving.close();
    assert.equal(await collection.countDocuments({}), many);
  });

  it('removes many documents while others are answered', async () => {
    const answers = await answersDuring(collection.deleteMany({ n: { $gte: 0 } }));
    assert.ok(answers >= 5, `only ${answers} answers`);
    assert.equal(await collection.countDocuments(), 0);
  });
});

import assert from 'node:assert/strict';
import type { Collection } from 'mongodb';
import { anEmbeddedStoreOnly, endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

describe('The embedded store refuses by name', function () {
  this.timeout(20_000);
  let store: AnyStore;
  let collection: Collection;
  before(async () => {
    store = await startAnyStore();
    collection = store.collection();
    await collection.insertOne({ n: 1, text: 'abc', list: [1] });
  });
  after(() => endStore(store));

  const refusals: [what: string, attempt: () => Promise<unknown>, code: number, names: RegExp][] = [
    ['a command it does not know', () => store.db.command({ frobnicate: 1 }), 59, /'frobnicate'/],
    ['a query operator that runs programs', () => collection.findOne({ $where: 'true' }), 238, /\$where/],
    ['a query operator that nobody knows', () => collection.findOne({ n: { $frob: 1 } }), 2, /\$frob/],
    ['a regular expression that could take for ever', () => collection.findOne({ text: /^(a+)+$/ }), 238, /'\('/],
    ['an update operator that nobody knows', () => collection.updateOne({}, { $frob: { n: 1 } }), 9, /\$frob/],
    ['an update by a pipeline', () => collection.updateOne({}, [{ $set: { n: 2 } }]), 238, /pipeline/],
    ['a change of the _id', () => collection.updateOne({}, { $set: { _id: 7 } }), 66, /_id/],
    ['two changes of one field', () => collection.updateOne({}, { $set: { n: 2 }, $inc: { n: 1 } }), 40, /'n'/],
    ['adding to a text', () => collection.updateOne({}, { $inc: { text: 1 } }), 14, /'text'/],
    ['pushing to a number', () => collection.updateOne({}, { $push: { n: 1 } } as never), 2, /'n'/],
    ['a field inside a number', () => collection.updateOne({}, { $set: { 'n.x': 1 } }), 28, /'x'/],
    ['a stage that writes', () => collection.aggregate([{ $out: 'x' }]).toArray(), 238, /\$out/],
    [
      'an expression that runs programs',
      () => collection.aggregate([{ $project: { n: { $function: { body: '', args: [], lang: 'js' } } } }]).toArray(),
      238,
      /\$function/,
    ],
    ['a collation', () => collection.find({}).collation({ locale: 'en' }).toArray(), 238, /collation/],
    ['a text index', () => collection.createIndex({ text: 'text' }), 238, /'text'/],
    ['an option that nobody knows', () => store.db.command({ find: 'x', frob: 1 }), 40415, /'find\.frob'/],
    ['a cursor that is not open', () => store.db.command({ getMore: 5n, collection: 'x' }), 43, /5/],
    ['a hint at no index', () => collection.find({}).hint('nothing').toArray(), 2, /hint/],
  ];

  for (const [what, attempt, code, names] of refusals) {
    anEmbeddedStoreOnly(what, async () => {
      await assert.rejects(attempt(), (error: Error & { code?: number }) => {
        assert.equal(error.code, code, error.message);
        assert.match(error.message, names);
        return true;
      });
      assert.deepEqual(await collection.findOne({}, { projection: { _id: 0 } }), { n: 1, text: 'abc', list: [1] });
    });
  }

  anEmbeddedStoreOnly('a transaction', async () => {
    await assert.rejects(
      store.client.withSession((session) => session.withTransaction(() => collection.insertOne({ n: 2 }, { session }))),
      /does not support retryable writes/,
    );
    assert.equal(await collection.countDocuments({ n: 2 }), 0);
  });
});

import assert from 'node:assert/strict';
import { isStoreDown } from '../../../server/documents/store-down.ts';
import { isDuplicateKey } from '../../../server/documents/write-refusals.ts';
import { writeTogether } from '../../../server/documents/write-together.ts';
import { anEmbeddedStoreOnly, endStore, startAnyStore, startStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

describe('Writes that go to the store together', () => {
  let store: AnyStore;
  before(async () => {
    store = await startAnyStore();
  });
  after(() => endStore(store));

  const insert = (seq: number) => ({ insertOne: { document: { seq } } });

  it('are each stored or refused for itself', async () => {
    const collection = store.collection();
    await collection.createIndex({ seq: 1 }, { unique: true });
    const outcomes = await writeTogether(collection, [insert(1), insert(1), insert(2), insert(2), insert(3)]);
    assert.deepEqual(
      outcomes.map((outcome) => ('error' in outcome ? isDuplicateKey(outcome.error) : 'stored')),
      ['stored', true, 'stored', true, 'stored'],
    );
    assert.equal(await collection.countDocuments(), 3);
  });

  it('say nothing of a document that no update fits', async () => {
    const collection = store.collection();
    await collection.insertOne({ seq: 1 });
    const update = (seq: number) => ({ updateOne: { filter: { seq }, update: { $set: { kept: true } } } });
    const outcomes = await writeTogether(collection, [update(1), update(2)]);
    assert.deepEqual(outcomes, [{ result: undefined }, { result: undefined }]);
    assert.equal(await collection.countDocuments({ kept: true }), 1);
  });

  anEmbeddedStoreOnly('fail all together, as a store that cannot be reached, when it has gone away', async () => {
    const gone = await startStore();
    const collection = gone.collection();
    await collection.insertOne({ seq: 1 });
    await gone.database.close();
    await assert.rejects(writeTogether(collection, [insert(2), insert(3)]), isStoreDown);
    await gone.end();
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import { aFolder, storeOptions } from './a-store.ts';

describe('What has expired in the embedded store', function () {
  this.timeout(30_000);
  const folder = aFolder();
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The store over the same folder, in which nothing expires for an hour after the start. */
  async function opened(work: (collection: Collection) => Promise<void>): Promise<void> {
    const database = await openDatabase({ ...storeOptions(folder), ttlIntervalMs: 3_600_000 });
    const client = await new MongoClient(database.uri).connect();
    await work(client.db().collection('deadlines'));
    await client.close();
    await database.close();
  }

  it('is taken away as soon as the store starts again, thousands of documents too', async () => {
    const past = new Date(Date.now() - 120_000);
    await opened(async (collection) => {
      await collection.createIndex({ due: -1 }, { expireAfterSeconds: 60 });
      await collection.insertMany(Array.from({ length: 3000 }, (_, n) => ({ n, due: n < 2500 ? past : new Date() })));
      assert.equal(await collection.countDocuments(), 3000);
    });
    await opened(async (collection) => {
      const deadline = Date.now() + 10_000;
      while ((await collection.countDocuments()) > 500 && Date.now() < deadline);
      assert.equal(await collection.countDocuments(), 500);
      assert.equal(await collection.countDocuments({ n: { $lt: 2500 } }), 0);
    });
  });
});

import assert from 'node:assert/strict';
import type { Collection, CreateIndexesOptions, Document, Filter, IndexSpecification } from 'mongodb';

/** An index is made, and then it does what it is for. */
type IndexCase = (collection: Collection) => Promise<void>;

/** The name of the index that a find uses, and the documents that it looks at. */
async function used(
  collection: Collection,
  filter: Filter<Document>,
  sort: Record<string, 1 | -1> = {},
): Promise<string[]> {
  const explained = await collection.find(filter).sort(sort).explain('executionStats');
  const names: string[] = [];
  JSON.stringify(explained['queryPlanner'].winningPlan, (key, value: unknown) => {
    if (key === 'stage' || key === 'indexName') names.push(String(value));
    return value;
  });
  return [...names, String(explained['executionStats'].totalDocsExamined)];
}

/** For each kind of index that is served. */
export const indexCases: Record<string, IndexCase> = {
  ascending: async (collection) => {
    await collection.createIndex({ v: 1 });
    await collection.insertMany([3, 1, 2].map((v) => ({ v })));
    assert.deepEqual(await used(collection, { v: { $gt: 1, $lt: 3 } }), ['FETCH', 'IXSCAN', 'v_1', '1']);
  },
  descending: async (collection) => {
    await collection.createIndex({ v: -1 });
    await collection.insertMany([3, 1, 2].map((v) => ({ v })));
    assert.deepEqual(await used(collection, {}, { v: 1 }), ['FETCH', 'IXSCAN', 'v_-1', '3']);
  },
  compound: async (collection) => {
    await collection.createIndex({ a: 1, b: -1 });
    await collection.insertMany([1, 2, 3, 4].map((n) => ({ a: n % 2, b: n })));
    assert.deepEqual(await used(collection, { a: 1 }, { b: -1 }), ['FETCH', 'IXSCAN', 'a_1_b_-1', '2']);
    assert.deepEqual(
      (
        await collection
          .find({ a: { $in: [0, 1] } })
          .sort({ b: 1 })
          .toArray()
      ).map(({ b }) => b as number),
      [1, 2, 3, 4],
    );
    assert.deepEqual((await used(collection, { a: { $in: [0, 1] } }, { b: 1 }))[0], 'FETCH');
  },
  multikey: async (collection) => {
    await collection.createIndex({ 'v.n': 1 });
    await collection.insertMany([{ v: [{ n: 1 }, { n: 2 }] }, { v: { n: 3 } }]);
    assert.deepEqual(await used(collection, { 'v.n': 2 }), ['FETCH', 'IXSCAN', 'v.n_1', '1']);
  },
  unique: async (collection) => {
    await collection.createIndex({ v: 1 }, { unique: true });
    await collection.insertMany([{ v: 1 }, {}]);
    await assert.rejects(collection.insertOne({ v: 1 }), { code: 11000 });
    await assert.rejects(collection.insertOne({ v: null }), { code: 11000 });
  },
  sparse: async (collection) => {
    await collection.createIndex({ v: 1 }, { unique: true, sparse: true });
    await collection.insertMany([{ v: 1 }, {}, {}]);
    assert.deepEqual((await used(collection, { v: 1 }))[2], 'v_1');
    assert.deepEqual((await used(collection, { v: null }))[0], 'COLLSCAN');
  },
  partial: async (collection) => {
    await collection.createIndex({ v: 1 }, { partialFilterExpression: { open: true } });
    await collection.insertMany([{ v: 1, open: true }, { v: 1 }]);
    assert.deepEqual(await used(collection, { v: 1, open: true }), ['FETCH', 'IXSCAN', 'v_1', '1']);
    assert.deepEqual((await used(collection, { v: 1 }))[0], 'COLLSCAN');
  },
  TTL: async (collection) => {
    await collection.createIndex({ due: 1 }, { expireAfterSeconds: 0, partialFilterExpression: { closed: true } });
    const [past, future] = [new Date(Date.now() - 1000), new Date(Date.now() + 60_000)];
    await collection.insertMany([
      { _id: 1, due: past, closed: true },
      { _id: 2, due: [future, past], closed: true },
      { _id: 3, due: past },
      { _id: 4, due: future, closed: true },
      { _id: 5, due: past.getTime(), closed: true },
    ] as Document[]);
    const deadline = Date.now() + 5000;
    while ((await collection.countDocuments()) > 3 && Date.now() < deadline);
    assert.deepEqual(await collection.distinct('_id'), [3, 4, 5]);
  },
  '$or of indexes': async (collection) => {
    await collection.createIndex({ a: 1 });
    await collection.createIndex({ b: 1 });
    await collection.insertMany([{ a: 1, b: 1 }, { a: 2 }, { b: 1 }, { a: 3, b: 3 }]);
    assert.deepEqual(await used(collection, { $or: [{ a: { $lt: 3 } }, { b: 1 }] }), [
      'FETCH',
      'OR',
      'IXSCAN',
      'a_1',
      'IXSCAN',
      'b_1',
      '3',
    ]);
    assert.equal((await used(collection, { $or: [{ a: 1 }, { c: 1 }] }))[0], 'COLLSCAN');
  },
  'prefix of a text': async (collection) => {
    await collection.createIndex({ v: 1 });
    await collection.insertMany(['abc', 'abd', 'b', 'Abc'].map((v) => ({ v })));
    assert.deepEqual(await used(collection, { v: /^ab/ }), ['FETCH', 'IXSCAN', 'v_1', '2']);
  },
  'count by keys': async (collection) => {
    await collection.createIndex({ a: 1, b: 1 });
    await collection.insertMany([1, 2, 3, 4].map((n) => ({ a: n % 2, b: n })));
    const filter = { a: 1, b: { $gte: 2 } };
    const { collectionName: name } = collection;
    const counted = {
      aggregate: name,
      pipeline: [{ $match: filter }, { $group: { _id: 1, n: { $sum: 1 } } }],
      cursor: {},
    };
    for (const command of [{ count: name, query: filter }, counted]) {
      const { queryPlanner, executionStats } = await collection.db.command({ explain: command });
      assert.equal(queryPlanner.winningPlan.inputStage.stage, 'COUNT_SCAN');
      assert.deepEqual([executionStats.totalKeysExamined, executionStats.totalDocsExamined], [1, 0]);
    }
    assert.equal(await collection.countDocuments(filter), 1);
  },
};

/** Indexes that are refused, by the name that docs/store.md gives them. */
export const refusedIndexes: Record<string, [key: IndexSpecification, options: CreateIndexesOptions]> = {
  text: [{ v: 'text' }, {}],
  '2dsphere': [{ v: '2dsphere' }, {}],
  hashed: [{ v: 'hashed' }, {}],
  wildcard: [{ '$**': 1 }, {}],
  'array place': [{ 'v.0': 1 }, {}],
  collation: [{ v: 1 }, { collation: { locale: 'en' } }],
  hidden: [{ v: 1 }, { hidden: true }],
};

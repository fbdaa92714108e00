import assert from 'node:assert/strict';
import { EJSON } from 'bson';
import type { Document } from 'mongodb';
import { accumulatorNames } from '../../../server/database/embedded/aggregate/accumulators.ts';
import { expressionOperators } from '../../../server/database/embedded/aggregate/expression.ts';
import { stageNames } from '../../../server/database/embedded/aggregate/pipeline.ts';
import { anEmbeddedStoreOnly, endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';
import { accumulatorCases } from './subset/accumulator-cases.ts';
import { commandCases } from './subset/command-cases.ts';
import { expressionCases, expressionDocument } from './subset/expression-cases.ts';
import { indexCases, refusedIndexes } from './subset/index-cases.ts';
import { optionCases, refusedOptions } from './subset/option-cases.ts';
import { projectionCases } from './subset/projection-cases.ts';
import { queryCases } from './subset/query-cases.ts';
import { stageCases } from './subset/stage-cases.ts';
import { refusedUnder, servedUnder } from './subset/store-document.ts';
import { updateCases } from './subset/update-cases.ts';

const exactly = { promoteValues: false, promoteLongs: false, promoteBuffers: false };

/** Documents with their types, for comparing. */
function typed(value: unknown): unknown {
  return JSON.parse(EJSON.stringify({ value }, { relaxed: false }));
}

describe('The subset of MongoDB in docs/store.md', function () {
  this.timeout(20_000);
  let store: AnyStore;
  before(async () => {
    store = await startAnyStore();
  });
  after(() => endStore(store));

  /** A test for each case, and one that the document lists exactly these as served. */
  function served<Case>(
    heading: string,
    cases: Record<string, Case>,
    check: (one: Case, name: string) => Promise<void>,
  ) {
    it(`lists as served exactly what is tested: ${heading}`, () => {
      assert.deepEqual(servedUnder(heading).toSorted(), Object.keys(cases).toSorted());
    });
    for (const [name, one] of Object.entries(cases)) {
      // A MongoDB looks for what has expired once a minute only.
      const test = name === 'TTL' ? anEmbeddedStoreOnly : it;
      test(`is served: ${heading}, ${name}`, () => check(one, name));
    }
  }

  /** A test for each line of the document that says that something is refused. */
  function refused(heading: string, attempt: (name: string) => Promise<unknown>) {
    for (const { name, answer, text } of refusedUnder(heading)) {
      anEmbeddedStoreOnly(`is refused by name: ${heading}, ${name}`, async () => {
        await assert.rejects(attempt(name), (error: Error & { code?: number }) => {
          assert.equal(error.message, text);
          assert.equal(String(error.code), answer);
          return true;
        });
      });
    }
  }

  async function withDocuments(documents: Document[]) {
    const collection = store.collection();
    if (documents.length > 0) await collection.insertMany(documents);
    return collection;
  }

  served('Commands', commandCases, (check) => check(store));
  refused('Commands', (name) => store.client.db('admin').command({ [name]: 1 }));

  served('Query operators', queryCases, async ({ filter, finds, others }) => {
    const collection = await withDocuments([
      ...finds.map((one, place) => ({ ...one, _id: place + 1 })),
      ...others.map((one, place) => ({ ...one, _id: -1 - place })),
    ]);
    const expected = finds.map((_, place) => place + 1);
    for (const withIndex of [false, true]) {
      if (withIndex) await collection.createIndex({ v: 1 });
      assert.deepEqual(
        (await collection.distinct('_id', filter)).map(Number).toSorted((a, b) => a - b),
        expected,
      );
      assert.equal(await collection.countDocuments(filter), expected.length);
    }
  });
  const topLevel = new Set(['$where', '$text', '$jsonSchema', '$sampleRate']);
  refused('Query operators', (name) =>
    store.collection().findOne(topLevel.has(name) ? { [name]: {} } : { v: { [name]: 1 } }),
  );

  served('Update operators', updateCases, async ({ update, before: start, after: end, filter = {}, options = {} }) => {
    const collection = await withDocuments([{ _id: 1, ...start }]);
    await collection.updateOne({ _id: 1, ...filter } as object, update, options);
    assert.deepEqual(typed(await collection.findOne({}, exactly)), typed({ _id: 1, ...end }));
  });
  refused('Update operators', (name) => store.collection().updateOne({}, { [name]: { v: 1 } }));

  served('Projections', projectionCases, async ({ projection, before: start, after: end }) => {
    const collection = await withDocuments([start]);
    assert.deepEqual(await collection.findOne({}, { projection }), end);
  });
  refused('Projections', async (name) => {
    const collection = await withDocuments([{ v: [1] }]);
    const projection = name === '{"v.$": 1}' ? { 'v.$': 1 } : { v: { [name]: '$v' } };
    return collection.findOne({ v: 1 }, { projection: name === 'expression' ? { v: '$w' } : projection });
  });

  it('lists every aggregation stage, accumulator and expression that there is', () => {
    assert.deepEqual(servedUnder('Aggregation stages').toSorted(), stageNames.toSorted());
    assert.deepEqual(servedUnder('Accumulators').toSorted(), accumulatorNames.toSorted());
    assert.deepEqual(servedUnder('Expressions').toSorted(), expressionOperators.toSorted());
  });

  served('Aggregation stages', stageCases, async ({ pipeline, documents, results }) => {
    const collection = await withDocuments(documents);
    assert.deepEqual(
      typed(await collection.aggregate(pipeline(collection.collectionName), exactly).toArray()),
      typed(results),
    );
  });
  refused('Aggregation stages', (name) =>
    store
      .collection()
      .aggregate([{ [name]: {} }])
      .toArray(),
  );

  served('Accumulators', accumulatorCases, async ({ given, values, result }) => {
    const documents = values.map((v, place) => (v === undefined ? { _id: place } : { _id: place, v }) as Document);
    const collection = await withDocuments(documents);
    const pipeline = [{ $match: { _id: { $gte: 0 } } }, { $group: { _id: null, result: given } }];
    assert.deepEqual(typed(await collection.aggregate(pipeline, exactly).toArray()), typed([{ _id: null, result }]));
  });
  refused('Accumulators', async (name) => {
    const collection = await withDocuments([{ v: 1 }]);
    return collection.aggregate([{ $group: { _id: null, v: { [name]: '$v' } } }]).toArray();
  });

  served('Expressions', expressionCases, async (cases, name) => {
    const collection = await withDocuments([{ ...expressionDocument }]);
    for (const [expression, result] of cases) {
      const [found] = await collection.aggregate([{ $project: { _id: 0, result: expression } }], exactly).toArray();
      assert.deepEqual(
        typed(found),
        typed(result === undefined ? {} : { result }),
        `${name}: ${EJSON.stringify(expression)}`,
      );
    }
  });
  refused('Expressions', async (name) => {
    const collection = await withDocuments([{ v: 1 }]);
    return collection.aggregate([{ $project: { v: name.startsWith('$$') ? name : { [name]: '$v' } } }]).toArray();
  });

  served('Indexes', indexCases, (check) => check(store.collection()));
  refused('Indexes', (name) => {
    const [key, options] = refusedIndexes[name] ?? [{}, {}];
    return store.collection().createIndex(key, options);
  });

  async function withThree() {
    const collection = await withDocuments([1, 2, 3].map((n) => ({ _id: n, v: n })));
    await collection.createIndex({ v: 1 });
    return collection;
  }
  served('Options', optionCases, async (check) => check(await withThree(), store));
  refused('Options', async (name) => refusedOptions[name]?.(await withThree(), store));

  it('tests every refusal of an index and an option that it lists', () => {
    const names = (heading: string): string[] => refusedUnder(heading).map(({ name }) => name);
    assert.deepEqual(names('Indexes').toSorted(), Object.keys(refusedIndexes).toSorted());
    assert.deepEqual(names('Options').toSorted(), Object.keys(refusedOptions).toSorted());
  });
});

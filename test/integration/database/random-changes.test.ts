import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Double, Int32 } from 'bson';
import { countFound } from '../../../server/database/embedded/commands/count.ts';
import { StoreError } from '../../../server/database/embedded/errors.ts';
import { plan } from '../../../server/database/embedded/planner/plan.ts';
import { search, searchFor } from '../../../server/database/embedded/planner/search.ts';
import { documentKeys, keyPattern } from '../../../server/database/embedded/query/index-keys.ts';
import { matchedPlace } from '../../../server/database/embedded/query/matched-place.ts';
import { parseFilter } from '../../../server/database/embedded/query/parse-filter.ts';
import { indexDefinition } from '../../../server/database/embedded/storage/index-definition.ts';
import { Store } from '../../../server/database/embedded/storage/store.ts';
import type { StoredCollection } from '../../../server/database/embedded/storage/stored-collection.ts';
import { keysInIndex } from '../../../server/database/embedded/storage/stored-index.ts';
import type { Steps } from '../../../server/database/embedded/turns.ts';
import { applyUpdate, parseUpdate } from '../../../server/database/embedded/update/update.ts';
import { decode, encode } from '../../../server/database/embedded/values/codec.ts';
import type { BsonDocument } from '../../../server/database/embedded/values/kinds.ts';
import { chanceOf } from '../../unit/server/database/embedded/random-values.ts';
import type { Chance } from '../../unit/server/database/embedded/random-values.ts';
import { aDocument, aFilter, aScalar, foundIn } from './random-documents.ts';

const definitions: BsonDocument[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { b: -1 }, name: 'b', sparse: true },
  { key: { c: 1, a: -1 }, name: 'ca' },
  { key: { 'd.x': 1, c: 1 }, name: 'dxc' },
  { key: { c: 1 }, name: 'high', partialFilterExpression: { c: { $gte: new Int32(3) } } },
];

function anUpdate(chance: Chance): BsonDocument {
  const value = (): unknown => aScalar(chance);
  return chance.pick<() => BsonDocument>([
    () => ({ $set: { [chance.pick(['a', 'b', 'c', 'd.x'])]: value() } }),
    () => ({ $unset: { [chance.pick(['a', 'b', 'c', 'd', 'd.x'])]: '' } }),
    () => ({ $inc: { c: new Int32(1) } }),
    () => ({ $mul: { c: new Double(1.5) }, $set: { e: value() } }),
    () => ({ $min: { a: value() } }),
    () => ({ $push: { a: value() } }),
    () => ({ $addToSet: { a: { $each: [value(), value()] } } }),
    () => ({ $pull: { a: value() } }),
    () => ({ $set: { 'a.$': value() } }),
    () => ({ $set: { 'a.$[]': value() } }),
    () => ({ $rename: { b: 'c' } }),
  ])();
}

function withoutArrays(document: BsonDocument): BsonDocument {
  const first = (value: unknown): unknown => (Array.isArray(value) ? (value[0] ?? null) : value);
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, first(value)]));
}

/** Runs work to its end without letting anybody else work. */
function result<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('The embedded store with several indexes', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'remotehelp-test-'));
  const store = Store.open(join(folder, 'remotehelp.sqlite'));
  after(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same documents twice, with and without indexes. Every second time none of them has an array. */
  function aPair(seed: number): { indexed: StoredCollection; plain: StoredCollection; chance: Chance } {
    const chance = chanceOf(seed);
    const indexed = store.findOrCreate('test', `indexed-${seed}`);
    const plain = store.findOrCreate('test', `plain-${seed}`);
    store.write(() => {
      for (let id = 0; id < 120; id += 1) {
        const random = aDocument(chance, id);
        const document = seed % 2 === 0 ? random : withoutArrays(random);
        for (const collection of [indexed, plain]) collection.insert(encode(document), document);
      }
    });
    for (const definition of definitions) store.createIndex(indexed, indexDefinition(definition));
    return { indexed, plain, chance };
  }

  function documentsOf(collection: StoredCollection): BsonDocument[] {
    return foundIn(search(collection, searchFor(parseFilter({})))).map(({ document }) => document);
  }

  it('finds and counts the same by unions, merged ranges and counted keys as by reading everything', () => {
    const used = { union: 0, merged: 0, exact: 0 };
    for (let seed = 1; seed <= 6; seed += 1) {
      const { indexed, plain, chance } = aPair(seed);
      for (let round = 0; round < 120; round += 1) {
        const branches = Array.from({ length: 2 + chance.below(2) }, () => aFilter(chance, 0));
        const filter = chance.pick<() => BsonDocument>([
          () => ({ $or: branches }),
          () => ({ c: { $in: [aScalar(chance), aScalar(chance), aScalar(chance)] } }),
          () => ({ c: aScalar(chance), a: { $gte: aScalar(chance) } }),
          () => aFilter(chance, 0),
        ])();
        const sort = chance.below(2) === 0 ? [] : keyPattern([['a', chance.pick([1, -1])]]);
        const condition = parseFilter(filter);
        const planned = plan(indexed, condition, sort);
        used.union += planned.kind === 'union' ? 1 : 0;
        used.merged += planned.kind === 'index' && planned.isMerged ? 1 : 0;
        used.exact += planned.kind === 'index' && planned.isExact ? 1 : 0;
        const wanted = searchFor(condition, {
          sort,
          skip: chance.below(3),
          limit: chance.below(2) === 0 ? undefined : 4,
        });
        const [one, other] = [indexed, plain].map((collection) => foundIn(search(collection, wanted)));
        const orderOf = (found: typeof one): unknown =>
          found?.map(({ document }) => documentKeys(sort, document).keys[0]?.toString('hex'));
        const says = `${JSON.stringify(filter)} sorted by ${JSON.stringify(sort)}`;
        assert.deepEqual(orderOf(one), orderOf(other), says);
        if (wanted.limit === undefined && wanted.skip === 0)
          assert.deepEqual(
            one?.map(({ record }) => record).toSorted(),
            other?.map(({ record }) => record).toSorted(),
            says,
          );
        assert.equal(result(countFound(indexed, wanted)), one?.length, says);
      }
    }
    assert.ok(used.union > 30 && used.merged > 20 && used.exact > 20, JSON.stringify(used));
  });

  it('changes the same documents in the same way as without indexes, and keeps every index in step', () => {
    let changes = 0;
    for (let seed = 11; seed <= 14; seed += 1) {
      const { indexed, plain, chance } = aPair(seed);
      for (let round = 0; round < 100; round += 1) {
        const filter = parseFilter(aFilter(chance));
        const update = anUpdate(chance);
        const outcomes = [indexed, plain].map((collection) => changeAll(collection, filter, update));
        assert.deepEqual(outcomes[0], outcomes[1], JSON.stringify(update));
        changes += outcomes[0]?.filter((outcome) => outcome === 'changed').length ?? 0;
      }
      assert.deepEqual(documentsOf(indexed), documentsOf(plain));
      checkEntries(indexed);
    }
    assert.ok(changes > 500, `only ${changes} changes`);
  });

  /** What became of each document that was found, in their natural order. */
  function changeAll(
    collection: StoredCollection,
    filter: ReturnType<typeof parseFilter>,
    given: BsonDocument,
  ): string[] {
    const update = parseUpdate(given);
    const found = foundIn(search(collection, searchFor(filter))).toSorted((a, b) => a.record - b.record);
    return store.write(() =>
      found.map(({ record, document, bytes }) => {
        try {
          const place = matchedPlace(filter, document);
          const after = applyUpdate(update, document, { now: new Date(0), isInsert: false, place });
          // Two arrays under one index are refused; without the index they would not be.
          for (const definition of definitions) documentKeys(indexDefinition(definition).pattern, after.document);
          collection.replace(record, { document, bytes }, after);
          return 'changed';
        } catch (cause) {
          if (cause instanceof StoreError) return cause.message;
          throw cause;
        }
      }),
    );
  }

  function checkEntries(collection: StoredCollection): void {
    const documents = foundIn(search(collection, searchFor(parseFilter({}), { hint: { $natural: 1 } })));
    for (const index of collection.indexes) {
      const expected = documents
        .flatMap(({ record, bytes }) =>
          keysInIndex(index.definition, decode(bytes)).keys.map((key) => `${key.toString('hex')} ${record}`),
        )
        .toSorted();
      const entries = index.read({ low: Buffer.alloc(0), high: undefined }, undefined, false, 100_000);
      assert.deepEqual(entries.map(({ key, record }) => `${key.toString('hex')} ${record}`).toSorted(), expected);
    }
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Double, Int32 } from 'bson';
import { plan } from '../../../server/database/embedded/planner/plan.ts';
import { search, searchFor } from '../../../server/database/embedded/planner/search.ts';
import { documentKeys, keyPattern } from '../../../server/database/embedded/query/index-keys.ts';
import type { KeyPattern } from '../../../server/database/embedded/query/index-keys.ts';
import { parseFilter } from '../../../server/database/embedded/query/parse-filter.ts';
import { indexDefinition } from '../../../server/database/embedded/storage/index-definition.ts';
import { Store } from '../../../server/database/embedded/storage/store.ts';
import type { StoredCollection } from '../../../server/database/embedded/storage/stored-collection.ts';
import { encode } from '../../../server/database/embedded/values/codec.ts';
import type { BsonDocument } from '../../../server/database/embedded/values/kinds.ts';
import { applyUpdate, parseUpdate } from '../../../server/database/embedded/update/update.ts';
import { chanceOf } from '../../unit/server/database/embedded/random-values.ts';
import type { Chance } from '../../unit/server/database/embedded/random-values.ts';
import { aDocument, aFilter, aScalar, fields, foundIn } from './random-documents.ts';

const definitions: BsonDocument[] = [
  { key: { a: 1 } },
  { key: { b: -1 } },
  { key: { a: 1, b: -1 } },
  { key: { c: -1, a: -1 } },
  { key: { 'd.x': 1, 'd.y': -1 } },
  { key: { c: 1, 'd.x': -1 }, sparse: true },
  { key: { b: 1 }, sparse: true },
  { key: { a: -1 }, partialFilterExpression: { c: { $gte: new Int32(2) } } },
  { key: { d: 1 } },
  { key: { c: -1 } },
];

/** Conditions of which most, but not all, mean that the document is in the partial index. */
function aboutTheIndexed({ below, pick }: Chance): unknown {
  const number = new Int32(1 + below(4));
  return pick([
    { $gte: number },
    { $gt: number },
    { $gt: new Double(1.5), $lt: number },
    number,
    { $in: [number, new Int32(3)] },
    { $lte: number },
  ]);
}

describe('The embedded store’s indexes', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'remotehelp-test-'));
  const store = Store.open(join(folder, 'remotehelp.sqlite'));
  after(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function aCollection(name: string, chance: Chance): StoredCollection {
    const collection = store.findOrCreate('test', name);
    store.write(() => {
      for (let id = 0; id < 150; id += 1) {
        const document = aDocument(chance, id);
        collection.insert(encode(document), document);
      }
    });
    return collection;
  }

  /** Changes and removes some documents, so that the entries of the indexes have moved. */
  function stir(collection: StoredCollection, chance: Chance): void {
    const all = foundIn(search(collection, searchFor(parseFilter({}))));
    store.write(() => {
      for (const { record, document, bytes } of all) {
        const fate = chance.below(6);
        if (fate === 0) collection.remove(record, document);
        if (fate !== 1) continue;
        const after = applyUpdate(parseUpdate({ $set: { c: aScalar(chance) }, $unset: { b: '' } }), document, {
          now: new Date(0),
          isInsert: false,
          place: undefined,
        });
        if (!after.bytes.every((byte, place) => byte === bytes[place]))
          collection.replace(record, { document, bytes }, after);
      }
    });
  }

  /** Half of the sorts are the index's own order, or that order backwards; the others are by anything. */
  function aSort(definition: BsonDocument, chance: Chance): KeyPattern {
    const pattern = indexDefinition({ ...definition, name: 'i' }).pattern;
    if (chance.below(3) === 0) return [];
    if (chance.below(3) === 0) return keyPattern([[chance.pick(fields), chance.pick([1, -1])]]);
    const turn = chance.below(2) === 0;
    return pattern
      .slice(chance.below(pattern.length))
      .map((field) => ({ ...field, descending: field.descending !== turn }));
  }

  for (const [place, definition] of definitions.entries()) {
    it(`find the same documents in the same order as reading everything does: ${JSON.stringify(definition)}`, () => {
      let indexed = 0;
      for (let seed = 1; seed <= 3; seed += 1) {
        const chance = chanceOf(seed * 100 + place);
        const collection = aCollection(`c${place}-${seed}`, chance);
        store.createIndex(collection, indexDefinition({ ...definition, name: 'i' }));
        stir(collection, chance);
        for (let round = 0; round < 150; round += 1) indexed += compareOnce(collection, definition, chance) ? 1 : 0;
      }
      assert.ok(indexed > 20, `only ${indexed} queries used the index`);
    });
  }

  /** Asks one random query with and without the index; says whether the index was used. */
  function compareOnce(collection: StoredCollection, definition: BsonDocument, chance: Chance): boolean {
    const filter = chance.below(8) === 0 ? {} : aFilter(chance);
    if ('partialFilterExpression' in definition && chance.below(3) > 0) filter['c'] = aboutTheIndexed(chance);
    const sort = aSort(definition, chance);
    const limit = chance.below(3) === 0 ? 5 : undefined;
    const condition = parseFilter(filter);
    const planned = plan(collection, condition, sort);
    const find = (hint: unknown) =>
      foundIn(search(collection, searchFor(condition, { sort, limit, hint }))).map(({ document }) => document);
    const withIndex = find(undefined);
    const without = find({ $natural: 1 });
    const orderOf = (documents: BsonDocument[]) =>
      documents.map((one) => documentKeys(sort, one).keys[0]?.toString('hex'));
    const idsOf = (documents: BsonDocument[]) => documents.map((one) => String(one['_id'])).toSorted();
    const says = `${JSON.stringify(filter)} sorted by ${JSON.stringify(sort)}`;
    assert.equal(withIndex.length, without.length, says);
    assert.deepEqual(orderOf(withIndex), orderOf(without), says);
    if (limit === undefined) assert.deepEqual(idsOf(withIndex), idsOf(without), says);
    return planned.kind === 'index' && planned.index.definition.name === 'i';
  }
});

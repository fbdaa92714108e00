import assert from 'node:assert/strict';
import { Double, Int32, Long } from 'bson';
import { parseFilter } from '../../../../../../server/database/embedded/query/parse-filter.ts';
import { applyUpdate, parseUpdate } from '../../../../../../server/database/embedded/update/update.ts';
import { upsertBase } from '../../../../../../server/database/embedded/update/upsert.ts';
import { decode, encode } from '../../../../../../server/database/embedded/values/codec.ts';
import type { BsonDocument } from '../../../../../../server/database/embedded/values/kinds.ts';

const now = new Date(1234);
const updated = (before: BsonDocument, update: unknown, isInsert = false): BsonDocument =>
  applyUpdate(parseUpdate(update), decode(encode(before)), { now, isInsert, place: undefined }).document;

type Case = [update: BsonDocument, before: BsonDocument, after: BsonDocument];

const i = (value: number): Int32 => new Int32(value);
const cases: Record<string, Case[]> = {
  'sets and unsets fields, making the documents on the way': [
    [{ $set: { 'a.b': 'x', c: null } }, { _id: 'k' }, { _id: 'k', a: { b: 'x' }, c: null }],
    [{ $set: { 'list.1.n': 'x' } }, { list: ['a'] }, { list: ['a', { n: 'x' }] }],
    [{ $set: { 'list.3': 'x' } }, { list: ['a'] }, { list: ['a', null, null, 'x'] }],
    [
      { $unset: { 'a.b': '', 'list.0': '', none: '' } },
      { a: { b: 'x' }, list: ['a', 'b'] },
      { a: {}, list: [null, 'b'] },
    ],
    [{ $rename: { a: 'b.c' } }, { a: 'x' }, { b: { c: 'x' } }],
  ],
  'counts in the types that MongoDB counts in': [
    [{ $inc: { n: i(1) } }, { n: i(1) }, { n: i(2) }],
    [{ $inc: { n: i(1) } }, {}, { n: i(1) }],
    [{ $inc: { n: i(1) } }, { n: i(0x7fffffff) }, { n: Long.fromNumber(0x80000000) }],
    [{ $inc: { n: i(1) } }, { n: Long.fromNumber(1) }, { n: Long.fromNumber(2) }],
    [{ $inc: { n: new Double(0.5) } }, { n: i(1) }, { n: new Double(1.5) }],
    [{ $mul: { n: i(3) } }, { n: i(2) }, { n: i(6) }],
    [{ $mul: { n: i(3) } }, {}, { n: i(0) }],
    [{ $min: { n: i(1), m: i(1) } }, { n: i(2) }, { n: i(1), m: i(1) }],
    [{ $max: { n: 'text' } }, { n: i(2) }, { n: 'text' }],
    [{ $currentDate: { at: true } }, {}, { at: now }],
  ],
  'adds to arrays and takes from them': [
    [{ $push: { a: 'x' } }, {}, { a: ['x'] }],
    [{ $push: { a: { $each: ['x', 'y'], $position: i(0) } } }, { a: ['z'] }, { a: ['x', 'y', 'z'] }],
    [{ $push: { a: { $each: ['c', 'a'], $sort: i(1), $slice: i(-2) } } }, { a: ['b'] }, { a: ['b', 'c'] }],
    [
      { $push: { a: { $each: [{ n: 'a' }], $sort: { n: i(-1) } } } },
      { a: [{ n: 'b' }, { n: 'c' }] },
      { a: [{ n: 'c' }, { n: 'b' }, { n: 'a' }] },
    ],
    [{ $addToSet: { a: { $each: ['x', 'y'] } } }, { a: ['x'] }, { a: ['x', 'y'] }],
    [{ $addToSet: { a: new Double(1) } }, { a: [i(1)] }, { a: [i(1)] }],
    [{ $pull: { a: 'x' } }, { a: ['x', 'y', 'x'] }, { a: ['y'] }],
    [{ $pull: { a: { $in: ['x', 'y'] } } }, { a: ['x', 'y', 'z'] }, { a: ['z'] }],
    [{ $pull: { a: { n: i(1) } } }, { a: [{ n: i(1), m: 'x' }, { n: i(2) }] }, { a: [{ n: i(2) }] }],
    [{ $pull: { a: 'x' } }, {}, {}],
    [{ $pullAll: { a: ['x', 'y'] } }, { a: ['x', 'y', 'z'] }, { a: ['z'] }],
    [{ $pop: { a: i(-1) } }, { a: ['x', 'y'] }, { a: ['y'] }],
  ],
  'replaces a document and keeps its _id': [[{ n: 'new' }, { _id: 'k', n: 'old', m: 'old' }, { _id: 'k', n: 'new' }]],
};

describe('The embedded store’s updates', () => {
  for (const [title, table] of Object.entries(cases)) {
    it(title, () => {
      for (const [update, before, after] of table)
        assert.deepEqual(updated(before, update), after, JSON.stringify(update));
    });
  }

  it('refuse what MongoDB refuses, with its codes', () => {
    const refused: [update: BsonDocument, before: BsonDocument, code: number][] = [
      [{ $inc: { n: i(1) } }, { n: 'x' }, 14],
      [{ $inc: { n: 'x' } }, {}, 14],
      [{ $inc: { n: i(1) } }, { n: Long.MAX_VALUE }, 2],
      [{ $push: { n: 'x' } }, { n: 'y' }, 2],
      [{ $set: { 'n.x': 'y' } }, { n: 'y' }, 28],
      [{ $set: { 'n.x': 'y' } }, { n: null }, 28],
      [{ $set: { 'n.x': 'y' } }, { n: ['y'] }, 28],
      [{ $set: { n: 'y', 'n.x': 'y' } }, {}, 40],
      [{ $set: { 'n.': 'y' } }, {}, 56],
      [{ $set: { _id: 'other' } }, { _id: 'k' }, 66],
      [{ $set: { 'a.$[].n': 'y' } }, {}, 2],
      [{ $set: { 'a.$.n': 'y' } }, { a: [{}] }, 2],
      [{ $bit: { n: { or: i(1) } } }, {}, 238],
    ];
    for (const [update, before, code] of refused)
      assert.throws(() => updated(before, update), { code }, JSON.stringify(update));
  });

  it('set a field called __proto__ as an ordinary field', () => {
    const document = updated({ _id: 'k' }, { $set: { ['__proto__.polluted']: 'x' } });
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.ok(Object.hasOwn(document, '__proto__'));
  });

  it('start an upserted document from the equalities of the filter, _id first', () => {
    const base = upsertBase(parseFilter({ $and: [{ 'a.b': 'x' }, { n: { $gt: i(1) } }], _id: { $eq: 'k' } }));
    const document = updated(base, { $setOnInsert: { made: true }, $set: { z: 'z' } }, true);
    assert.deepEqual(Object.entries(document), Object.entries({ _id: 'k', a: { b: 'x' }, made: true, z: 'z' }));
    assert.throws(() => upsertBase(parseFilter({ $and: [{ a: 'x' }, { a: 'y' }] })), { code: 54 });
  });
});

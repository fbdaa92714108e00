import assert from 'node:assert/strict';
import { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import type { Collection, Document } from 'mongodb';
import { endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

const int = (value: number): Int32 => new Int32(value);
const long = (value: string): Long => Long.fromString(value);
const double = (value: number): Double => new Double(value);
const decimal = (value: string): Decimal128 => Decimal128.fromString(value);
const bytes = (...values: number[]): Binary => new Binary(Buffer.from(values));

/** Values of each type from the least to the greatest; those in one inner array are equal. Types in MongoDB's order. */
const byType: Record<string, unknown[][]> = {
  NaN: [[double(Number.NaN), decimal('NaN')]],
  number: [
    [double(-Infinity), decimal('-Infinity')],
    [int(-5), long('-5'), double(-5), decimal('-5.00')],
    [double(-0), int(0), decimal('0')],
    [double(0.1)],
    [decimal('0.1000000000000000055511151231257828')],
    [int(7), long('7'), double(7), decimal('7')],
    [long('9007199254740992'), double(9007199254740992)],
    [long('9007199254740993'), decimal('9007199254740993')],
    [double(Infinity)],
  ],
  text: [[''], ['Z'], ['a'], ['a\u0000'], ['ab'], ['é'], ['\ue000'], ['😀']],
  document: [[{}], [{ a: int(1) }, { a: double(1) }], [{ a: int(1), b: int(1) }], [{ a: int(2) }]],
  binary: [[bytes(9)], [bytes(1, 1)], [bytes(1, 2)]],
  id: [[new ObjectId('0'.repeat(24))], [new ObjectId('1'.repeat(24))]],
  truth: [[false], [true]],
  date: [[new Date(-1)], [new Date(0)], [new Date(86_400_000)]],
  timestamp: [[new Timestamp({ t: 1, i: 1 })], [new Timestamp({ t: 1, i: 2 })]],
};

type Placed = { type: string; place: number; value: unknown };
const placed: Placed[] = Object.entries(byType).flatMap(([type, places]) =>
  places.flatMap((values, place) => values.map((value) => ({ type, place, value }))),
);

/** Whether a stored value is to be found for an operand: MongoDB compares within one type only, and NaN is equal to NaN alone. */
const holds: Record<string, (stored: Placed, operand: Placed) => boolean> = {
  $eq: isEqual,
  $in: isEqual,
  $ne: (stored, operand) => !isEqual(stored, operand),
  $nin: (stored, operand) => !isEqual(stored, operand),
  $gt: (stored, operand) => stored.type === operand.type && stored.place > operand.place,
  $gte: (stored, operand) => stored.type === operand.type && stored.place >= operand.place,
  $lt: (stored, operand) => stored.type === operand.type && stored.place < operand.place,
  $lte: (stored, operand) => stored.type === operand.type && stored.place <= operand.place,
};

function isEqual(stored: Placed, operand: Placed): boolean {
  return stored.type === operand.type && stored.place === operand.place;
}

describe('Values of every type in the store', function () {
  this.timeout(60_000);
  let store: AnyStore;
  let collection: Collection;
  before(async () => {
    store = await startAnyStore();
    collection = store.collection();
    const documents: Document[] = placed.map(({ value }, _id) => ({ _id, v: value, list: [value, 'other', null] }));
    await collection.insertMany([...documents, { _id: -1 }, { _id: -2, v: null }]);
  });
  after(() => endStore(store));

  async function idsFor(filter: Document): Promise<number[]> {
    return (await collection.find(filter).project({ _id: 1 }).toArray())
      .map(({ _id }) => Number(_id))
      .toSorted((a, b) => a - b);
  }

  function expectedFor(operator: string, operand: Placed): number[] {
    const holdsFor = holds[operator] ?? isEqual;
    const others = operator === '$ne' || operator === '$nin' ? [-2, -1] : [];
    return [...others, ...placed.flatMap((stored, id) => (holdsFor(stored, operand) ? [id] : []))];
  }

  async function checkAll(indexed: string): Promise<void> {
    for (const operand of placed) {
      for (const operator of Object.keys(holds)) {
        const wanted = operator === '$in' || operator === '$nin' ? [operand.value] : operand.value;
        const says = `${indexed}: ${operator} ${operand.type} ${operand.place}`;
        const expected = expectedFor(operator, operand);
        assert.deepEqual(await idsFor({ v: { [operator]: wanted } }), expected, says);
        assert.equal(await collection.countDocuments({ v: { [operator]: wanted } }), expected.length, says);
        const isNegation = operator === '$ne' || operator === '$nin';
        const inList = expected.filter((id) => id >= 0);
        // The lists also hold a text and null, which the operand may mean.
        if (!isNegation && operand.type !== 'text')
          assert.deepEqual(await idsFor({ list: { [operator]: wanted } }), inList, says);
      }
    }
  }

  it('are found by each comparison as MongoDB compares them, reading everything', () => checkAll('no index'));

  it('are found the same through an index, in either direction, also inside of arrays', async () => {
    for (const direction of [1, -1] as const) {
      const names = [await collection.createIndex({ v: direction }), await collection.createIndex({ list: direction })];
      await checkAll(`index ${direction}`);
      for (const name of names) await collection.dropIndex(name);
    }
  });

  it('tell null from what is missing where MongoDB does', async () => {
    for (const withIndex of [false, true]) {
      if (withIndex) await collection.createIndex({ v: 1 });
      assert.deepEqual(await idsFor({ v: null }), [-2, -1]);
      assert.deepEqual(await idsFor({ v: { $exists: false } }), [-1]);
      assert.deepEqual(await idsFor({ v: { $type: 'null' } }), [-2]);
      assert.deepEqual(await idsFor({ v: { $ne: null } }), [...placed.keys()]);
      assert.deepEqual(await idsFor({ v: { $gte: null } }), [-2, -1]);
      assert.equal(await collection.countDocuments({ v: { $in: [null, true] } }), 3);
    }
  });

  it('are sorted in the order of their types and values, with and without an index', async () => {
    const ids = async (sort: 1 | -1): Promise<number[]> =>
      (
        await collection
          .find({ v: { $ne: null } })
          .sort({ v: sort, _id: sort })
          .toArray()
      ).map(({ _id }) => Number(_id));
    for (const withIndex of [false, true]) {
      if (withIndex) await collection.createIndex({ v: 1, _id: 1 });
      assert.deepEqual(await ids(1), [...placed.keys()]);
      assert.deepEqual(await ids(-1), [...placed.keys()].toReversed());
    }
  });

  it('are grouped and listed once when they are equal', async () => {
    const distinctCount = Object.values(byType).flat().length;
    const groups = await collection.aggregate([{ $match: { v: { $ne: null } } }, { $group: { _id: '$v' } }]).toArray();
    assert.equal(groups.length, distinctCount);
    assert.equal((await collection.distinct('v', { v: { $ne: null } })).length, distinctCount);
  });

  it('are changed by each update operator in the type that MongoDB gives the result', async () => {
    const changes: [update: Document, before: unknown, after: unknown][] = [
      [{ $inc: { v: int(1) } }, long('1'), long('2')],
      [{ $inc: { v: long('1') } }, int(1), long('2')],
      [{ $inc: { v: double(1) } }, int(1), double(2)],
      [{ $mul: { v: int(2) } }, int(0x7fffffff), long('4294967294')],
      [{ $min: { v: decimal('1.5') } }, int(2), decimal('1.5')],
      [{ $max: { v: double(2) } }, int(2), int(2)],
      [{ $max: { v: new Date(0) } }, new ObjectId('1'.repeat(24)), new Date(0)],
      [{ $min: { v: bytes(1) } }, bytes(1, 1), bytes(1)],
      [{ $set: { v: decimal('1.50') } }, decimal('1.5'), decimal('1.50')],
      [{ $set: { v: long('1') } }, int(1), long('1')],
      [{ $addToSet: { v: decimal('1') } }, [int(1)], [int(1)]],
      [{ $addToSet: { v: bytes(1) } }, [new ObjectId('1'.repeat(24))], [new ObjectId('1'.repeat(24)), bytes(1)]],
      [{ $pull: { v: double(1) } }, [int(1), long('1'), '1', decimal('1.0')], ['1']],
      [{ $pull: { v: { $lte: new Date(0) } } }, [new Date(0), int(0), null], [int(0), null]],
      [{ $pullAll: { v: [null, bytes(1)] } }, [null, bytes(1), int(1)], [int(1)]],
      [
        { $push: { v: { $each: [bytes(2), int(1)], $sort: 1 } } },
        ['a', double(0.5)],
        [double(0.5), int(1), 'a', bytes(2)],
      ],
    ];
    const changed = store.collection();
    for (const [update, start, end] of changes) {
      await changed.replaceOne({ _id: 1 } as object, { v: start }, { upsert: true });
      await changed.updateOne({}, update);
      const found = await changed.findOne({}, { promoteValues: false, promoteLongs: false });
      assert.deepEqual(found?.['v'], end, JSON.stringify(update));
    }
    for (const value of ['text', null, new Date(0), bytes(1)]) {
      await changed.replaceOne({ _id: 1 } as object, { v: value });
      await assert.rejects(changed.updateOne({}, { $inc: { v: 1 } }), { code: 14 });
      await assert.rejects(changed.updateOne({}, { $push: { v: 1 } } as object), { code: 2 });
    }
  });
});

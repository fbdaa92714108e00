import { Double, Int32, Long, ObjectId } from 'bson';
import type { Document } from 'mongodb';

/** An update, and what it makes of a document; `filter` finds it by more than its `_id`. */
export type UpdateCase = { update: Document; before: Document; after: Document; filter?: Document; options?: Document };

const id = new ObjectId('507f1f77bcf86cd799439011');
const int = (value: number): Int32 => new Int32(value);

/** For each update operator that is served. */
export const updateCases: Record<string, UpdateCase> = {
  $set: { update: { $set: { 'a.b': Long.fromNumber(1) } }, before: {}, after: { a: { b: Long.fromNumber(1) } } },
  $unset: { update: { $unset: { a: '' } }, before: { a: id, b: null }, after: { b: null } },
  $setOnInsert: { update: { $setOnInsert: { a: int(1) } }, before: { b: int(1) }, after: { b: int(1) } },
  $rename: { update: { $rename: { a: 'b' } }, before: { a: new Double(1) }, after: { b: new Double(1) } },
  $inc: {
    update: { $inc: { a: int(1), b: int(1), c: new Double(0.5) } },
    before: { a: int(0x7fffffff), b: Long.fromNumber(1), c: int(1) },
    after: { a: Long.fromNumber(0x80000000), b: Long.fromNumber(2), c: new Double(1.5) },
  },
  $mul: {
    update: { $mul: { a: Long.fromNumber(3), b: int(2) } },
    before: { a: int(2) },
    after: { a: Long.fromNumber(6), b: int(0) },
  },
  $min: {
    update: { $min: { a: int(1), b: null } },
    before: { a: new Double(1.5), b: int(1) },
    after: { a: int(1), b: null },
  },
  $max: {
    update: { $max: { a: new Date(2), b: 'text' } },
    before: { a: new Date(1), b: int(9) },
    after: { a: new Date(2), b: 'text' },
  },
  $push: {
    update: { $push: { a: { $each: [int(3), int(1)], $position: 0, $sort: -1, $slice: 2 } } },
    before: { a: [int(2)] },
    after: { a: [int(3), int(2)] },
  },
  $addToSet: {
    update: { $addToSet: { a: { $each: [new Double(1), id] } } },
    before: { a: [int(1)] },
    after: { a: [int(1), id] },
  },
  $pull: {
    update: { $pull: { a: { $gte: 2 }, b: { x: 1 } } },
    before: { a: [int(1), Long.fromNumber(2), 'x'], b: [{ x: int(1), y: int(1) }, { x: int(2) }] },
    after: { a: [int(1), 'x'], b: [{ x: int(2) }] },
  },
  $pullAll: { update: { $pullAll: { a: [1, id] } }, before: { a: [int(1), id, null] }, after: { a: [null] } },
  $pop: {
    update: { $pop: { a: 1, b: -1 } },
    before: { a: [int(1), int(2)], b: ['x', 'y'] },
    after: { a: [int(1)], b: ['y'] },
  },
  $: {
    update: { $set: { 'a.$.seen': true }, $inc: { 'a.$.n': int(1) } },
    filter: { a: { $elemMatch: { n: { $gt: 1 } } } },
    before: { a: [{ n: int(1) }, { n: int(2) }, { n: int(3) }] },
    after: { a: [{ n: int(1) }, { n: int(3), seen: true }, { n: int(3) }] },
  },
  '$[]': {
    update: { $inc: { 'a.$[].n': int(1) } },
    before: { a: [{ n: int(1) }, {}] },
    after: { a: [{ n: int(2) }, { n: int(1) }] },
  },
  '$[name]': {
    update: { $set: { 'a.$[low].n': int(0), 'a.$[].b.$[x]': int(9) } },
    options: { arrayFilters: [{ 'low.n': { $lt: 2 } }, { x: { $in: [1, null] } }] },
    before: {
      a: [
        { n: int(1), b: [int(1), int(2)] },
        { n: int(2), b: [null] },
      ],
    },
    after: {
      a: [
        { n: int(0), b: [int(9), int(2)] },
        { n: int(2), b: [int(9)] },
      ],
    },
  },
};

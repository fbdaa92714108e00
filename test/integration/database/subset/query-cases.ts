import { BSONRegExp, Binary, Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import type { Document } from 'mongodb';

/** A filter, documents that it finds, and documents that it does not. */
export type QueryCase = { filter: Document; finds: Document[]; others: Document[] };

const id = new ObjectId('507f1f77bcf86cd799439011');

/** For each query operator that is served. */
export const queryCases: Record<string, QueryCase> = {
  $eq: {
    filter: { v: { $eq: 5 } },
    finds: [
      { v: new Int32(5) },
      { v: Long.fromNumber(5) },
      { v: new Double(5) },
      { v: Decimal128.fromString('5') },
      { v: [1, 5] },
    ],
    others: [{ v: '5' }, { v: [[5]] }, {}],
  },
  $ne: { filter: { v: { $ne: id } }, finds: [{ v: 1 }, {}, { v: null }], others: [{ v: id }, { v: [id] }] },
  $gt: {
    filter: { v: { $gt: new Date(1000) } },
    finds: [{ v: new Date(1001) }],
    others: [{ v: new Date(1000) }, { v: 2000 }, {}, { v: null }],
  },
  $gte: { filter: { v: { $gte: 'b' } }, finds: [{ v: 'b' }, { v: ['a', 'c'] }], others: [{ v: 'a' }, { v: 1 }] },
  $lt: {
    filter: { v: { $lt: 2 } },
    finds: [{ v: -1 }],
    others: [{ v: 2 }, { v: new Double(Number.NaN) }, { v: null }],
  },
  $lte: {
    filter: { v: { $lte: new Binary(Buffer.from([2])) } },
    finds: [{ v: new Binary(Buffer.from([1])) }, { v: new Binary(Buffer.from([2])) }],
    others: [{ v: new Binary(Buffer.from([1, 1])) }, { v: 1 }],
  },
  $in: {
    filter: { v: { $in: [1, null, new BSONRegExp('^x')] } },
    finds: [{ v: 1 }, {}, { v: null }, { v: 'xy' }],
    others: [{ v: 2 }, { v: 'yx' }],
  },
  $nin: { filter: { v: { $nin: [1, null] } }, finds: [{ v: 2 }], others: [{ v: 1 }, {}, { v: [1, 2] }] },
  $exists: { filter: { v: { $exists: true } }, finds: [{ v: null }, { v: 0 }], others: [{}] },
  $type: {
    filter: { v: { $type: ['number', 'binData'] } },
    finds: [{ v: 1 }, { v: Long.fromNumber(1) }, { v: new Binary(Buffer.from([1])) }],
    others: [{ v: 'x' }, {}, { v: null }],
  },
  $and: { filter: { $and: [{ v: 1 }, { w: 1 }] }, finds: [{ v: 1, w: 1 }], others: [{ v: 1 }, { w: 1 }] },
  $or: { filter: { $or: [{ v: 1 }, { w: 1 }] }, finds: [{ v: 1 }, { w: 1 }], others: [{ v: 2 }] },
  $nor: { filter: { $nor: [{ v: 1 }, { w: 1 }] }, finds: [{ v: 2 }, {}], others: [{ v: 1 }, { w: 1 }] },
  $not: { filter: { v: { $not: { $gt: 1 } } }, finds: [{ v: 1 }, {}, { v: 'x' }], others: [{ v: 2 }] },
  $all: { filter: { v: { $all: [1, 2] } }, finds: [{ v: [2, 1] }], others: [{ v: [1] }, { v: 1 }] },
  $elemMatch: {
    filter: { v: { $elemMatch: { a: 1, b: 2 } } },
    finds: [{ v: [{ a: 1, b: 2 }] }],
    others: [{ v: [{ a: 1 }, { b: 2 }] }, { v: { a: 1, b: 2 } }],
  },
  $size: { filter: { v: { $size: 2 } }, finds: [{ v: [1, 2] }], others: [{ v: [1] }, { v: 2 }, {}] },
  $regex: {
    filter: { v: { $regex: '^A.c', $options: 'i' } },
    finds: [{ v: 'abcd' }, { v: ['x', 'AXC'] }],
    others: [{ v: 'xabc' }, { v: 1 }],
  },
  $expr: {
    filter: { $expr: { $lt: ['$v', '$w'] } },
    finds: [{ v: Long.fromNumber(1), w: new Double(1.5) }, { w: null }],
    others: [
      { v: 2, w: 1 },
      { v: 1, w: 1 },
    ],
  },
  $comment: { filter: { v: 1, $comment: 'why' }, finds: [{ v: 1 }], others: [{ v: 2 }] },
};

import { Double, Int32, Long } from 'bson';

/** An accumulator over the field `v` of documents with these values; undefined is a document without the field. */
export type AccumulatorCase = { given: unknown; values: unknown[]; result: unknown };

const int = (value: number): Int32 => new Int32(value);

/** For each accumulator that is served. */
export const accumulatorCases: Record<string, AccumulatorCase> = {
  $sum: {
    given: { $sum: '$v' },
    values: [int(0x7fffffff), int(1), 'text', null, undefined, Long.fromNumber(1)],
    result: Long.fromNumber(0x80000001),
  },
  $avg: { given: { $avg: '$v' }, values: [int(1), Long.fromNumber(2), 'text', null], result: new Double(1.5) },
  $min: { given: { $min: '$v' }, values: [new Date(2), undefined, null, new Date(1)], result: new Date(1) },
  $max: { given: { $max: '$v' }, values: [int(5), 'text', null, undefined], result: 'text' },
  $first: { given: { $first: '$v' }, values: [undefined, int(1)], result: null },
  $last: { given: { $last: '$v' }, values: [int(1), new Double(2)], result: new Double(2) },
  $push: { given: { $push: '$v' }, values: [int(1), undefined, null, int(1)], result: [int(1), null, int(1)] },
  $addToSet: { given: { $addToSet: '$v' }, values: [int(1), new Double(1), undefined], result: [int(1)] },
  $count: { given: { $count: {} }, values: [null, undefined, int(1)], result: int(3) },
  $mergeObjects: {
    given: { $mergeObjects: '$v' },
    values: [{ a: int(1), b: int(1) }, null, { b: new Double(2) }],
    result: { a: int(1), b: new Double(2) },
  },
};

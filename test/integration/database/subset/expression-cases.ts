import { Binary, Double, Int32, Long, ObjectId } from 'bson';

/** Expressions over the document below, each with its result; undefined is no value at all. */
export type ExpressionCase = readonly [expression: unknown, result: unknown];

const int = (value: number): Int32 => new Int32(value);
const long = (value: number): Long => Long.fromNumber(value);
const double = (value: number): Double => new Double(value);
const id = new ObjectId('507f1f77bcf86cd799439011');
const at = new Date('2026-03-29T00:30:15.250Z');

/** What the expressions see. Just before the summer time of Berlin begins, which is one hour ahead of UTC until then. */
export const expressionDocument = {
  int: int(7),
  long: long(7),
  double: double(7.5),
  text: 'Grüße',
  nothing: null,
  list: [int(1), int(2), int(2)],
  inner: [{ n: int(1) }, { n: int(2) }, {}],
  at,
  id,
  bytes: new Binary(Buffer.from([1])),
};

/* oxlint-disable unicorn/no-thenable -- it is how MongoDB calls a part of $cond and $switch */

/** For each expression operator that is served. */
export const expressionCases: Record<string, ExpressionCase[]> = {
  $literal: [[{ $literal: '$int' }, '$int']],
  $and: [
    [{ $and: ['$int', '$text'] }, true],
    [{ $and: ['$int', '$nothing'] }, false],
  ],
  $or: [[{ $or: ['$missing', int(0), '$id'] }, true]],
  $not: [[{ $not: ['$missing'] }, true]],
  $cond: [
    [{ $cond: [{ $gt: ['$int', 5] }, 'big', 'small'] }, 'big'],
    [{ $cond: { if: '$nothing', then: 1, else: '$$REMOVE' } }, undefined],
  ],
  $ifNull: [[{ $ifNull: ['$nothing', '$missing', '$long'] }, long(7)]],
  $switch: [[{ $switch: { branches: [{ case: { $lt: ['$int', 5] }, then: 'low' }], default: 'high' } }, 'high']],
  $let: [[{ $let: { vars: { x: '$int' }, in: { $add: ['$$x', '$long'] } } }, long(14)]],
  $map: [[{ $map: { input: '$inner', as: 'each', in: '$$each.n' } }, [int(1), int(2), null]]],
  $filter: [[{ $filter: { input: '$list', cond: { $gt: ['$$this', 1] } } }, [int(2), int(2)]]],
  $reduce: [[{ $reduce: { input: '$list', initialValue: int(0), in: { $add: ['$$value', '$$this'] } } }, int(5)]],
  $eq: [
    [{ $eq: ['$int', '$long'] }, true],
    [{ $eq: ['$missing', null] }, false],
  ],
  $ne: [[{ $ne: ['$nothing', '$missing'] }, true]],
  $gt: [
    [{ $gt: ['$text', '$int'] }, true],
    [{ $gt: ['$nothing', '$missing'] }, true],
  ],
  $gte: [[{ $gte: ['$long', '$int'] }, true]],
  $lt: [[{ $lt: ['$double', '$int'] }, false]],
  $lte: [[{ $lte: ['$id', '$at'] }, true]],
  $cmp: [[{ $cmp: ['$bytes', '$id'] }, int(-1)]],
  $in: [[{ $in: [double(2), '$list'] }, true]],
  $add: [
    [{ $add: ['$int', '$long'] }, long(14)],
    [{ $add: ['$at', 250] }, new Date(at.getTime() + 250)],
    [{ $add: ['$int', '$missing'] }, null],
  ],
  $subtract: [
    [{ $subtract: ['$at', { $subtract: ['$at', 1000] }] }, long(1000)],
    [{ $subtract: ['$int', '$double'] }, double(-0.5)],
  ],
  $multiply: [[{ $multiply: ['$int', int(0x7fffffff)] }, long(7 * 0x7fffffff)]],
  $divide: [[{ $divide: ['$int', 2] }, double(3.5)]],
  $mod: [[{ $mod: ['$long', 4] }, long(3)]],
  $abs: [[{ $abs: int(-3) }, int(3)]],
  $ceil: [[{ $ceil: '$double' }, double(8)]],
  $floor: [[{ $floor: '$int' }, int(7)]],
  $trunc: [[{ $trunc: double(-1.5) }, double(-1)]],
  $round: [
    [{ $round: '$double' }, double(8)],
    [{ $round: [double(2.5)] }, double(2)],
    [{ $round: [double(1.255), 1] }, double(1.3)],
  ],
  $sum: [[{ $sum: '$list' }, int(5)]],
  $avg: [[{ $avg: ['$int', '$double', 'text'] }, double(7.25)]],
  $min: [[{ $min: '$inner.n' }, int(1)]],
  $max: [[{ $max: ['$int', '$nothing', '$double'] }, double(7.5)]],
  $concat: [
    [{ $concat: ['$text', '!'] }, 'Grüße!'],
    [{ $concat: ['$text', '$nothing'] }, null],
  ],
  $toLower: [[{ $toLower: '$text' }, 'grüße']],
  $toUpper: [[{ $toUpper: '$missing' }, '']],
  $strLenCP: [[{ $strLenCP: '$text' }, int(5)]],
  $substrCP: [[{ $substrCP: ['$text', 2, 2] }, 'üß']],
  $split: [[{ $split: ['a-b', '-'] }, ['a', 'b']]],
  $isArray: [[{ $isArray: ['$list'] }, true]],
  $size: [[{ $size: '$list' }, int(3)]],
  $arrayElemAt: [
    [{ $arrayElemAt: ['$list', -1] }, int(2)],
    [{ $arrayElemAt: ['$list', 9] }, undefined],
  ],
  $first: [[{ $first: '$inner' }, { n: int(1) }]],
  $last: [[{ $last: '$list' }, int(2)]],
  $slice: [[{ $slice: ['$list', -2] }, [int(2), int(2)]]],
  $concatArrays: [[{ $concatArrays: ['$list', ['$text']] }, [int(1), int(2), int(2), 'Grüße']]],
  $reverseArray: [[{ $reverseArray: '$list' }, [int(2), int(2), int(1)]]],
  $setUnion: [[{ $setUnion: ['$list', [double(1), int(3)]] }, [int(1), int(2), int(3)]]],
  $setIntersection: [[{ $setIntersection: ['$list', [double(2)]] }, [int(2)]]],
  $setDifference: [[{ $setDifference: ['$list', [long(2)]] }, [int(1)]]],
  $mergeObjects: [[{ $mergeObjects: [{ a: 1 }, '$nothing', { b: '$long' }] }, { a: int(1), b: long(7) }]],
  $objectToArray: [[{ $objectToArray: { a: '$double' } }, [{ k: 'a', v: double(7.5) }]]],
  $arrayToObject: [[{ $arrayToObject: [[['a', '$int']]] }, { a: int(7) }]],
  $type: [
    [{ $type: '$long' }, 'long'],
    [{ $type: '$missing' }, 'missing'],
    [{ $type: '$bytes' }, 'binData'],
  ],
  $toString: [
    [{ $toString: '$id' }, '507f1f77bcf86cd799439011'],
    [{ $toString: '$at' }, '2026-03-29T00:30:15.250Z'],
  ],
  $toInt: [[{ $toInt: '$double' }, int(7)]],
  $toLong: [[{ $toLong: '$at' }, long(at.getTime())]],
  $toDouble: [[{ $toDouble: '1.5' }, double(1.5)]],
  $toDate: [[{ $toDate: '$id' }, id.getTimestamp()]],
  $year: [[{ $year: '$at' }, int(2026)]],
  $month: [[{ $month: { date: '$at', timezone: 'Europe/Berlin' } }, int(3)]],
  $dayOfMonth: [[{ $dayOfMonth: { date: '$at', timezone: '-01:00' } }, int(28)]],
  $dayOfYear: [[{ $dayOfYear: '$at' }, int(88)]],
  $dayOfWeek: [[{ $dayOfWeek: '$at' }, int(1)]],
  $isoDayOfWeek: [[{ $isoDayOfWeek: '$at' }, int(7)]],
  $isoWeek: [[{ $isoWeek: '$at' }, int(13)]],
  $isoWeekYear: [[{ $isoWeekYear: new Date('2027-01-01T00:00:00Z') }, int(2026)]],
  $hour: [[{ $hour: { date: '$at', timezone: 'Europe/Berlin' } }, int(1)]],
  $minute: [[{ $minute: { date: '$at', timezone: 'Asia/Kolkata' } }, int(0)]],
  $second: [[{ $second: '$at' }, int(15)]],
  $millisecond: [[{ $millisecond: '$at' }, int(250)]],
  $dateTrunc: [
    [{ $dateTrunc: { date: '$at', unit: 'hour' } }, new Date('2026-03-29T00:00:00Z')],
    [
      { $dateTrunc: { date: new Date('2026-03-29T23:30:00Z'), unit: 'day', timezone: 'Europe/Berlin' } },
      new Date('2026-03-29T22:00:00Z'),
    ],
    [
      { $dateTrunc: { date: '$at', unit: 'week', startOfWeek: 'monday', timezone: 'Europe/Berlin' } },
      new Date('2026-03-22T23:00:00Z'),
    ],
    [{ $dateTrunc: { date: '$at', unit: 'minute', binSize: 15 } }, new Date('2026-03-29T00:30:00Z')],
    [{ $dateTrunc: { date: '$nothing', unit: 'day' } }, null],
  ],
  $dateAdd: [
    [
      { $dateAdd: { startDate: '$at', unit: 'day', amount: 1, timezone: 'Europe/Berlin' } },
      new Date('2026-03-29T23:30:15.250Z'),
    ],
    [
      { $dateAdd: { startDate: new Date('2026-01-31T00:00:00Z'), unit: 'month', amount: 1 } },
      new Date('2026-02-28T00:00:00Z'),
    ],
  ],
  $dateSubtract: [
    [{ $dateSubtract: { startDate: '$at', unit: 'hour', amount: 1 } }, new Date('2026-03-28T23:30:15.250Z')],
  ],
  $dateDiff: [
    [
      {
        $dateDiff: {
          startDate: new Date('2026-03-28T22:59:00Z'),
          endDate: '$at',
          unit: 'day',
          timezone: 'Europe/Berlin',
        },
      },
      long(1),
    ],
  ],
  $dateToString: [
    [
      { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M %z', timezone: 'Europe/Berlin' } },
      '2026-03-29 01:30 +0100',
    ],
    [{ $dateToString: { date: '$missing', onNull: 'never' } }, 'never'],
  ],
};

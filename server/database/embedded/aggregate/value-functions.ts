import { Int32 } from 'bson';

import { StoreError } from '../errors.ts';
import { compareComputed } from './compute-order.ts';
import type { PlainFunction } from './expression.ts';
import { isTrue } from './truth.ts';

type Table = Readonly<Record<string, { arity: readonly [number, number]; compute: PlainFunction }>>;

/** Comparisons of any two values, and what they say. */
export const valueFunctions: Table = {
  $not: { arity: [1, 1], compute: ([value]) => !isTrue(value) },
  $cmp: { arity: [2, 2], compute: ([left, right]) => new Int32(Math.sign(compareComputed(left, right))) },
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $in: {
    arity: [2, 2],
    compute: ([value, list]) => {
      if (!Array.isArray(list)) throw new StoreError('BadValue', '$in requires an array as a second argument');
      return list.some((element) => compareComputed(element, value) === 0);
    },
  },
};

function comparing(says: (order: number) => boolean): Table[string] {
  return { arity: [2, 2], compute: ([left, right]) => says(compareComputed(left, right)) };
}

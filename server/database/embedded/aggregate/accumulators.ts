import { Double, Int32 } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { encodeKey } from '../values/key-writer.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';
import { add, isNumber } from './arithmetic.ts';
import { merge } from './array-functions.ts';
import { compareComputed } from './compute-order.ts';
import { parseExpression } from './expression.ts';
import type { Compute } from './expression.ts';
import { isNothing } from './truth.ts';

/** Takes in the values of a group one by one. `keeps` says that a value was kept, so that memory grows. */
type Accumulator = { take: (value: unknown) => void; result: () => unknown; keeps?: boolean };

/** An accumulator that is served, and the expression of which it gets the values. */
export type AccumulatorField = { name: string; make: () => Accumulator; compute: Compute };

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => {
    let sum: unknown = new Int32(0);
    return { take: (value) => (sum = isNumber(value) ? add(sum, value) : sum), result: () => sum };
  },
  $avg: () => {
    let sum = 0;
    let n = 0;
    const take = (value: unknown): void => {
      if (!isNumber(value)) return;
      sum += toDouble(value);
      n += 1;
    };
    return { take, result: () => (n === 0 ? null : new Double(sum / n)) };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let first: unknown;
    let isEmpty = true;
    const take = (value: unknown): void => {
      if (isEmpty) first = value;
      isEmpty = false;
    };
    return { take, result: () => first ?? null };
  },
  $last: () => {
    let last: unknown;
    return { take: (value) => (last = value), result: () => last ?? null };
  },
  $push: () => {
    const values: unknown[] = [];
    return { take: (value) => value !== undefined && values.push(value), result: () => values, keeps: true };
  },
  $addToSet: () => {
    const values = new Map<string, unknown>();
    const take = (value: unknown): void => {
      const key = value === undefined ? undefined : encodeKey(value).toString('latin1');
      if (key !== undefined && !values.has(key)) values.set(key, value);
    };
    return { take, result: () => [...values.values()], keeps: true };
  },
  $count: () => {
    let n = 0;
    return { take: () => (n += 1), result: () => new Int32(n) };
  },
  $mergeObjects: () => {
    let merged: BsonDocument = {};
    return { take: (value) => (merged = merge([merged, value])), result: () => merged };
  },
};

/** The names of all accumulators that are served. */
export const accumulatorNames: readonly string[] = Object.keys(accumulators).sort();

/** Reads one field of a `$group`. */
export function parseAccumulator(name: string, given: unknown): AccumulatorField {
  const [operator = '', ...others] = isDocument(given) ? Object.keys(given) : [];
  if (!isDocument(given) || others.length > 0)
    throw new StoreError('BadValue', `The field '${name}' must be an accumulator object`);
  if (name.includes('.') || name.startsWith('$'))
    throw new StoreError('BadValue', `The field name '${name}' cannot be used in $group`);
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (make === undefined) throw notServed(`accumulator ${operator}`);
  const operand = given[operator];
  if (operator === '$count' && !(isDocument(operand) && Object.keys(operand).length === 0))
    throw new StoreError('BadValue', '$count takes no arguments, i.e. $count:{}');
  return { name, make, compute: parseExpression(operator === '$count' ? null : operand) };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: unknown = null;
  const take = (value: unknown): void => {
    if (!isNothing(value) && (isNothing(best) || Math.sign(compareComputed(value, best)) === sign)) best = value;
  };
  return { take, result: () => best };
}

import { Int32 } from 'bson';

import { StoreError } from '../errors.ts';
import { isDocument, kindOf, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import { encodeKey } from '../values/key-writer.ts';
import type { PlainFunction } from './expression.ts';
import { isNothing } from './truth.ts';

type Table = Readonly<Record<string, { arity: readonly [number, number]; compute: PlainFunction }>>;

/** Functions of arrays, sets and documents. */
export const arrayFunctions: Table = {
  $isArray: { arity: [1, 1], compute: ([value]) => Array.isArray(value) },
  $size: { arity: [1, 1], compute: ([value]) => new Int32(array('$size', value).length) },
  $arrayElemAt: {
    arity: [2, 2],
    compute: ([list, place]) =>
      isNothing(list) || isNothing(place) ? null : array('$arrayElemAt', list).at(integer('$arrayElemAt', place)),
  },
  $first: { arity: [1, 1], compute: ([list]) => (isNothing(list) ? null : array('$first', list)[0]) },
  $last: { arity: [1, 1], compute: ([list]) => (isNothing(list) ? null : array('$last', list).at(-1)) },
  $slice: {
    arity: [2, 3],
    compute: ([list, ...bounds]) =>
      isNothing(list) || bounds.some(isNothing) ? null : slice(array('$slice', list), bounds),
  },
  $concatArrays: {
    arity: [0, Infinity],
    compute: (lists) => (lists.some(isNothing) ? null : lists.flatMap((list) => array('$concatArrays', list))),
  },
  $reverseArray: {
    arity: [1, 1],
    compute: ([list]) => (isNothing(list) ? null : array('$reverseArray', list).toReversed()),
  },
  $setUnion: {
    arity: [0, Infinity],
    compute: (lists) => (lists.some(isNothing) ? null : distinct(lists.flatMap((list) => array('$setUnion', list)))),
  },
  $setIntersection: {
    arity: [0, Infinity],
    compute: (lists) => {
      if (lists.some(isNothing)) return null;
      const [first = [], ...others] = lists.map((list) => distinct(array('$setIntersection', list)));
      const sets = others.map((list) => new Set(list.map(keyOf)));
      return first.filter((value) => sets.every((set) => set.has(keyOf(value))));
    },
  },
  $setDifference: {
    arity: [2, 2],
    compute: ([left, right]) => {
      if (isNothing(left) || isNothing(right)) return null;
      const others = new Set(array('$setDifference', right).map(keyOf));
      return distinct(array('$setDifference', left)).filter((value) => !others.has(keyOf(value)));
    },
  },
  $mergeObjects: {
    arity: [0, Infinity],
    compute: (operands) => {
      const [only] = operands;
      return merge(operands.length === 1 && Array.isArray(only) ? only : operands);
    },
  },
  $objectToArray: {
    arity: [1, 1],
    compute: ([value]) => {
      if (isNothing(value)) return null;
      if (!isDocument(value)) throw new StoreError('BadValue', '$objectToArray requires a document input');
      return Object.entries(value).map(([k, v]) => ({ k, v }));
    },
  },
  $arrayToObject: {
    arity: [1, 1],
    compute: ([list]) => {
      if (isNothing(list)) return null;
      const result: BsonDocument = {};
      for (const entry of array('$arrayToObject', list)) {
        const { name, value } = pairOf(entry);
        setField(result, name, value ?? null);
      }
      return result;
    },
  },
};

function pairOf(entry: unknown): { name: string; value: unknown } {
  const name: unknown = Array.isArray(entry) ? entry[0] : isDocument(entry) ? entry['k'] : undefined;
  const value: unknown = Array.isArray(entry) ? entry[1] : isDocument(entry) ? entry['v'] : undefined;
  if (typeof name === 'string') return { name, value };
  throw new StoreError('BadValue', '$arrayToObject requires pairs of a text and a value, or documents with k and v');
}

/** One document with the fields of all, later ones ruling; nothing counts as no fields. */
export function merge(values: readonly unknown[]): BsonDocument {
  const result: BsonDocument = {};
  for (const value of values) {
    if (isNothing(value)) continue;
    if (!isDocument(value))
      throw new StoreError('BadValue', `$mergeObjects requires object inputs, not ${kindOf(value)}`);
    for (const [name, inner] of Object.entries(value)) setField(result, name, inner);
  }
  return result;
}

/** The values, each once, in the order in which they first come. */
function distinct(values: readonly unknown[]): unknown[] {
  const byKey = new Map<string, unknown>();
  for (const value of values) {
    const key = keyOf(value);
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}

function keyOf(value: unknown): string {
  return encodeKey(value).toString('latin1');
}

function slice(list: unknown[], bounds: readonly unknown[]): unknown[] {
  const [first = 0, count] = bounds.map((bound) => integer('$slice', bound));
  if (count === undefined) return first < 0 ? list.slice(first) : list.slice(0, first);
  if (count <= 0) throw new StoreError('BadValue', 'Third argument to $slice must be positive');
  const start = first < 0 ? Math.max(list.length + first, 0) : first;
  return list.slice(start, start + count);
}

function array(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new StoreError('BadValue', `The argument to ${name} must be an array, but was of type: ${kindOf(value)}`);
}

function integer(name: string, value: unknown): number {
  const whole = toInteger(value);
  if (whole === undefined) throw new StoreError('BadValue', `${name} needs a whole number`);
  return whole;
}

import { Decimal128, Double, Int32, Long } from 'bson';

import { notServed } from '../errors.ts';
import { isNumericKind, kindOf } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';

/** Whether the value is a number that can be computed with. Decimal128 is refused by name. */
export function isNumber(value: unknown): boolean {
  if (value instanceof Decimal128) throw notServed('a Decimal128 in a computation');
  return isNumericKind(kindOf(value));
}

/**
 * Computes with two BSON numbers as MongoDB's expressions do: Int32 grows to Long when it must, a Double makes a Double, and what does
 * not fit into a Long becomes a Double.
 */
export function calculate(
  left: unknown,
  right: unknown,
  exactly: (left: bigint, right: bigint) => bigint,
  nearly: (left: number, right: number) => number,
): Int32 | Long | Double {
  if (kindOf(left) === 'double' || kindOf(right) === 'double')
    return new Double(nearly(toDouble(left), toDouble(right)));
  const result = exactly(toBigInt(left), toBigInt(right));
  if (BigInt.asIntN(32, result) === result && !(left instanceof Long) && !(right instanceof Long))
    return new Int32(Number(result));
  return BigInt.asIntN(64, result) === result ? Long.fromBigInt(result) : new Double(Number(result));
}

/** The sum of two numbers. */
export function add(left: unknown, right: unknown): Int32 | Long | Double {
  return calculate(
    left,
    right,
    (a, b) => a + b,
    (a, b) => a + b,
  );
}

function toBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toDouble(value));
}

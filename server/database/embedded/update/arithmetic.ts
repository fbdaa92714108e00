import { Decimal128, Double, Int32, Long } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { kindOf } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';

const int32Max = 0x7fffffffn;
const int64Max = 0x7fffffffffffffffn;

/** Adds or multiplies two BSON numbers as `$inc` and `$mul` do: Int32 grows to Long, a Double makes a Double; Long overflow is refused. */
export function combine(operator: '$inc' | '$mul', left: unknown, right: unknown): Int32 | Long | Double {
  if (left instanceof Decimal128 || right instanceof Decimal128) throw notServed(`${operator} with a Decimal128`);
  if (isDouble(left) || isDouble(right)) {
    const [a, b] = [toDouble(left), toDouble(right)];
    return new Double(operator === '$inc' ? a + b : a * b);
  }
  const [a, b] = [toBigInt(left), toBigInt(right)];
  const result = operator === '$inc' ? a + b : a * b;
  if (result > int64Max || result < -int64Max - 1n) {
    throw new StoreError(
      'BadValue',
      `Failed to apply ${operator} operations to current value: the result does not fit into 64 bits`,
    );
  }
  const fitsInt32 = result <= int32Max && result >= -int32Max - 1n;
  return fitsInt32 && !(left instanceof Long) && !(right instanceof Long)
    ? new Int32(Number(result))
    : Long.fromBigInt(result);
}

function isDouble(value: unknown): boolean {
  return kindOf(value) === 'double';
}

function toBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toDouble(value));
}

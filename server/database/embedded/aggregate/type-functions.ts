import { Double, Int32, Long, ObjectId } from 'bson';

import { StoreError } from '../errors.ts';
import { textOf } from '../values/compare.ts';
import { isNumericKind, kindOf } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumber } from './arithmetic.ts';
import type { PlainFunction } from './expression.ts';
import { isNothing } from './truth.ts';

type Table = Readonly<Record<string, { arity: readonly [number, number]; compute: PlainFunction }>>;

/** Types and conversions between them. */
export const typeFunctions: Table = {
  $type: { arity: [1, 1], compute: ([value]) => kindOf(value) },
  $toString: converting(toText),
  $toInt: converting((value) => new Int32(wholeNumber(value, 32n))),
  $toLong: converting((value) => Long.fromBigInt(BigInt.asIntN(64, wholeBigInt(value, 64n)))),
  $toDouble: converting((value) => new Double(number(value))),
  $toDate: converting((value) => {
    if (value instanceof ObjectId) return value.getTimestamp();
    const date = new Date(typeof value === 'string' ? value : number(value));
    if (Number.isNaN(date.getTime())) throw unconvertible(value, 'a date');
    return date;
  }),
};

/** A value as text, as `$toString` writes it. */
export function toText(value: unknown): string {
  const kind = kindOf(value);
  if (kind === 'string' || kind === 'symbol') return textOf(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (kind === 'bool' || isNumericKind(kind)) return String(value);
  throw unconvertible(value, 'text');
}

function converting(convert: (value: unknown) => unknown): Table[string] {
  return { arity: [1, 1], compute: ([value]) => (isNothing(value) ? null : convert(value)) };
}

function number(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return Number(value);
  if (isNumber(value)) return toDouble(value);
  throw unconvertible(value, 'a number');
}

function wholeBigInt(value: unknown, bits: bigint): bigint {
  if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) throw unconvertible(value, 'a whole number');
  const exact = value instanceof Long ? value.toBigInt() : finite(value);
  if (exact >= 2n ** (bits - 1n) || exact < -(2n ** (bits - 1n))) throw unconvertible(value, `${bits} bits`);
  return exact;
}

function finite(value: unknown): bigint {
  if (typeof value === 'string') return BigInt(value.replace('+', ''));
  const double = Math.trunc(number(value));
  if (!Number.isFinite(double)) throw unconvertible(value, 'a whole number');
  return BigInt(double);
}

function wholeNumber(value: unknown, bits: bigint): number {
  return Number(wholeBigInt(value, bits));
}

function unconvertible(value: unknown, what: string): StoreError {
  return new StoreError('ConversionFailure', `Failed to convert a value of type ${kindOf(value)} to ${what}`);
}

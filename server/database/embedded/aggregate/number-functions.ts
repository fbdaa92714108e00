import { Double, Int32, Long } from 'bson';

import { StoreError } from '../errors.ts';
import { kindOf } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';
import { add, calculate, isNumber } from './arithmetic.ts';
import { compareComputed } from './compute-order.ts';
import type { PlainFunction } from './expression.ts';
import { isNothing } from './truth.ts';

type Table = Readonly<Record<string, { arity: readonly [number, number]; compute: PlainFunction }>>;

/** Arithmetic, on dates too where MongoDB allows it. With nothing to compute with, the result is null. */
export const numberFunctions: Table = {
  $add: { arity: [1, Infinity], compute: (operands) => (operands.some(isNothing) ? null : sumOf(operands)) },
  $subtract: {
    arity: [2, 2],
    compute: ([left, right]) => (isNothing(left) || isNothing(right) ? null : subtract(left, right)),
  },
  $multiply: {
    arity: [1, Infinity],
    compute: (operands) =>
      operands.some(isNothing)
        ? null
        : operands.reduce<unknown>((product, each) => times(product, numeric('$multiply', each)), new Int32(1)),
  },
  $divide: binary('$divide', (left, right) => {
    if (toDouble(right) === 0) throw new StoreError('BadValue', "can't $divide by zero");
    return new Double(toDouble(left) / toDouble(right));
  }),
  $mod: binary('$mod', (left, right) => {
    if (toDouble(right) === 0) throw new StoreError('BadValue', "can't $mod by zero");
    return calculate(
      left,
      right,
      (a, b) => a % b,
      (a, b) => a % b,
    );
  }),
  $abs: unary('$abs', (value) => (toDouble(value) < 0 ? times(value, new Int32(-1)) : value)),
  $ceil: unary('$ceil', (value) => whole(value, Math.ceil)),
  $floor: unary('$floor', (value) => whole(value, Math.floor)),
  $trunc: unary('$trunc', (value) => whole(value, Math.trunc)),
  $round: {
    arity: [1, 2],
    compute: ([value, places = new Int32(0)]) => (isNothing(value) ? null : round(numeric('$round', value), places)),
  },
  $sum: {
    arity: [0, Infinity],
    compute: (operands) => spread(operands).filter(isNumber).reduce<unknown>(add, new Int32(0)),
  },
  $avg: {
    arity: [0, Infinity],
    compute: (operands) => {
      const numbers = spread(operands).filter(isNumber).map(toDouble);
      return numbers.length === 0 ? null : new Double(numbers.reduce((sum, each) => sum + each, 0) / numbers.length);
    },
  },
  $min: { arity: [0, Infinity], compute: (operands) => extreme(operands, -1) },
  $max: { arity: [0, Infinity], compute: (operands) => extreme(operands, 1) },
};

function sumOf(operands: readonly unknown[]): unknown {
  const dates = operands.filter((each) => each instanceof Date);
  if (dates.length > 1) throw new StoreError('TypeMismatch', 'only one date allowed in an $add expression');
  const numbers = operands.filter((each) => !(each instanceof Date));
  const sum = numbers.reduce<unknown>((total, each) => add(total, numeric('$add', each)), new Int32(0));
  const [date] = dates;
  return date === undefined ? sum : new Date(date.getTime() + Math.round(toDouble(sum)));
}

function subtract(left: unknown, right: unknown): unknown {
  if (left instanceof Date && right instanceof Date) return Long.fromNumber(left.getTime() - right.getTime());
  if (left instanceof Date) return new Date(left.getTime() - Math.round(toDouble(numeric('$subtract', right))));
  return calculate(
    numeric('$subtract', left),
    numeric('$subtract', right),
    (a, b) => a - b,
    (a, b) => a - b,
  );
}

function times(left: unknown, right: unknown): unknown {
  return calculate(
    left,
    right,
    (a, b) => a * b,
    (a, b) => a * b,
  );
}

function whole(value: unknown, change: (value: number) => number): unknown {
  return kindOf(value) === 'double' ? new Double(change(toDouble(value))) : value;
}

/** To so many decimal places; exactly halfway goes to the even neighbour. */
function round(value: unknown, places: unknown): unknown {
  const digits = toInteger(places);
  if (digits === undefined || digits < -20 || digits > 100)
    throw new StoreError('BadValue', 'cannot apply $round with precision value outside of -20 to 100');
  if (kindOf(value) !== 'double' && digits >= 0) return value;
  const scaled = Number(`${toDouble(value)}e${digits}`);
  if (!Number.isFinite(scaled)) return value;
  const down = Math.floor(scaled);
  const isHalf = scaled - down === 0.5;
  const nearest = isHalf ? (down % 2 === 0 ? down : down + 1) : Math.round(scaled);
  const result = Number(`${nearest}e${-digits}`);
  if (kindOf(value) === 'double') return new Double(result);
  return value instanceof Long ? Long.fromNumber(result) : new Int32(result);
}

/** The operands, or what is in the array that is the only operand. */
function spread(operands: readonly unknown[]): readonly unknown[] {
  const [only] = operands;
  return operands.length === 1 && Array.isArray(only) ? only : operands;
}

function extreme(operands: readonly unknown[], sign: 1 | -1): unknown {
  return spread(operands).reduce<unknown>((best, each) => {
    if (isNothing(each)) return best;
    return isNothing(best) || Math.sign(compareComputed(each, best)) === sign ? each : best;
  }, null);
}

function unary(name: string, compute: (value: unknown) => unknown): Table[string] {
  return { arity: [1, 1], compute: ([value]) => (isNothing(value) ? null : compute(numeric(name, value))) };
}

function binary(name: string, compute: (left: unknown, right: unknown) => unknown): Table[string] {
  return {
    arity: [2, 2],
    compute: ([left, right]) =>
      isNothing(left) || isNothing(right) ? null : compute(numeric(name, left), numeric(name, right)),
  };
}

function numeric(name: string, value: unknown): unknown {
  if (isNumber(value)) return value;
  throw new StoreError('TypeMismatch', `${name} only supports numeric types, not ${kindOf(value)}`);
}

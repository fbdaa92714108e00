import { Decimal128, Double, Int32, Long } from 'bson';

/** A finite number written exactly: `digits` × 10^`exponent`. */
export type ExactDecimal = { digits: bigint; exponent: number };

/** The nearest double of any BSON number; a rising sequence stays rising. Anything else gives NaN. */
export function toDouble(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return Number(value.toBigInt());
  if (value instanceof Decimal128) return Number(value.toString());
  return Number.NaN;
}

/** A BSON number as a whole number, or undefined when it is none or too large to be exact. */
export function toInteger(value: unknown): number | undefined {
  const double = toDouble(value);
  return Number.isSafeInteger(double) ? double : undefined;
}

/** Whether the value may not be equal to its nearest double. */
export function needsExactness(value: unknown): boolean {
  if (value instanceof Decimal128) return true;
  return value instanceof Long && !Number.isSafeInteger(toDouble(value));
}

/** The order of two BSON numbers of whatever types, exactly: negative, zero or positive. NaN is below all and equals itself. */
export function compareNumbers(left: unknown, right: unknown): number {
  const leftDouble = toDouble(left);
  const rightDouble = toDouble(right);
  if (Number.isNaN(leftDouble)) return Number.isNaN(rightDouble) ? 0 : -1;
  if (Number.isNaN(rightDouble)) return 1;
  if (leftDouble !== rightDouble) return leftDouble < rightDouble ? -1 : 1;
  if (!needsExactness(left) && !needsExactness(right)) return 0;
  const leftExact = exactDecimal(left);
  const rightExact = exactDecimal(right);
  if (leftExact === undefined || rightExact === undefined) {
    // Both round to the same infinity: a true infinity is beyond any finite decimal.
    if (leftExact === rightExact) return 0;
    return (leftExact === undefined) === leftDouble > 0 ? 1 : -1;
  }
  return compareExact(leftExact, rightExact);
}

/** The order of two exact decimals. */
export function compareExact(left: ExactDecimal, right: ExactDecimal): number {
  const difference = subtractExact(left, right).digits;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The exact difference of two decimals. */
export function subtractExact(left: ExactDecimal, right: ExactDecimal): ExactDecimal {
  const exponent = Math.min(left.exponent, right.exponent);
  return { digits: scaled(left, exponent) - scaled(right, exponent), exponent };
}

function scaled(value: ExactDecimal, exponent: number): bigint {
  return value.digits * 10n ** BigInt(value.exponent - exponent);
}

/** The exact value of a finite BSON number, undefined for NaN, infinities and what is no number. */
export function exactDecimal(value: unknown): ExactDecimal | undefined {
  if (value instanceof Long) return { digits: value.toBigInt(), exponent: 0 };
  if (value instanceof Decimal128) return exactOfText(value.toString());
  const double = toDouble(value);
  return Number.isFinite(double) ? exactOfDouble(double) : undefined;
}

function exactOfText(text: string): ExactDecimal | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = parts;
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

function exactOfDouble(double: number): ExactDecimal {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const power = Math.max(biased, 1) - 1075;
  const signed = double < 0 ? -mantissa : mantissa;
  // 2^-n is 5^n / 10^n, so every double has a finite decimal expansion.
  if (power < 0) return { digits: signed * 5n ** BigInt(-power), exponent: power };
  return { digits: signed << BigInt(power), exponent: 0 };
}

import { BSONRegExp, BSONSymbol, Binary, Code, Long, ObjectId } from 'bson';

import { fieldOf, isDocument, isNumericKind, kindOf, rankOf } from './kinds.ts';
import { compareNumbers } from './numbers.ts';

/**
 * MongoDB's order of any two values: by type first, then by value; negative, zero or positive. Arrays are compared whole.
 * The order of index keys (`key-writer.ts`) is the same order, written as bytes.
 */
export function compareValues(left: unknown, right: unknown): number {
  const leftKind = kindOf(left);
  const rightKind = kindOf(right);
  const byType = rankOf[leftKind] - rankOf[rightKind];
  if (byType !== 0) return byType;
  if (isNumericKind(leftKind)) return compareNumbers(left, right);
  if (leftKind === 'string' || leftKind === 'symbol') return compareText(textOf(left), textOf(right));
  if (left instanceof Date && right instanceof Date) return Math.sign(left.getTime() - right.getTime());
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof ObjectId && right instanceof ObjectId) return Buffer.compare(left.id, right.id);
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right);
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right);
  if (left instanceof BSONRegExp && right instanceof BSONRegExp) {
    return compareText(left.pattern, right.pattern) || compareText(left.options, right.options);
  }
  if (left instanceof Code && right instanceof Code) return compareText(left.code, right.code);
  if (left instanceof Long && right instanceof Long) return left.compare(right);
  if (leftKind === 'binData') return compareBinaries(binaryOf(left), binaryOf(right));
  return 0;
}

/** Whether two values are equal in MongoDB's order, so that 5, 5.0 and Long 5 are one value. */
export function areEqual(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0;
}

/** The text of a string or a BSON symbol. */
export function textOf(value: unknown): string {
  return value instanceof BSONSymbol ? value.value : String(value);
}

/** A Binary of whatever carries binary data. */
export function binaryOf(value: unknown): Binary {
  if (value instanceof Binary) return value;
  return new Binary(value instanceof Uint8Array ? value : new Uint8Array());
}

/** The order of two texts by their UTF-8 bytes, which differs from JavaScript's above U+D7FF. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const leftUnit = left.charCodeAt(index);
    const rightUnit = right.charCodeAt(index);
    if (leftUnit !== rightUnit) return codePointOrder(leftUnit) - codePointOrder(rightUnit);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above every single unit, so they are lifted over them. */
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareArrays(left: readonly unknown[], right: readonly unknown[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareDocuments(left: { [field: string]: unknown }, right: { [field: string]: unknown }): number {
  const leftNames = Object.keys(left);
  const rightNames = Object.keys(right);
  const length = Math.min(leftNames.length, rightNames.length);
  for (let index = 0; index < length; index += 1) {
    const leftName = leftNames[index] ?? '';
    const rightName = rightNames[index] ?? '';
    const leftValue = fieldOf(left, leftName);
    const rightValue = fieldOf(right, rightName);
    const order =
      rankOf[kindOf(leftValue)] - rankOf[kindOf(rightValue)] ||
      compareText(leftName, rightName) ||
      compareValues(leftValue, rightValue);
    if (order !== 0) return order;
  }
  return leftNames.length - rightNames.length;
}

function compareBinaries(left: Binary, right: Binary): number {
  return (
    left.length() - right.length() || left.sub_type - right.sub_type || Buffer.compare(left.value(), right.value())
  );
}

import { BSONRegExp, Code, Long, ObjectId, Timestamp } from 'bson';

import { binaryOf, textOf } from './compare.ts';
import { fieldOf, isDocument, isNumericKind, kindOf, rankOf } from './kinds.ts';
import { exactDecimal, needsExactness, subtractExact, toDouble } from './numbers.ts';
import type { ExactDecimal } from './numbers.ts';

/** Stands for an array without elements, which sorts just below null. */
export const emptyArray = Symbol('an empty array');
const emptyArrayByte = 0x13;

const residualBelow = 0x40;
const residualNone = 0x80;
const residualAbove = 0xc0;

/**
 * Writes values as bytes whose order (`Buffer.compare`, SQLite's BLOB order) is the order of `compareValues`, and whose equality is
 * its equality. No encoded value is a prefix of another, so encoded values can stand one after another.
 * This is a stored format: a change of it needs a new format version of the file.
 */
export class KeyWriter {
  #bytes = Buffer.allocUnsafe(256);
  #length = 0;

  /** Appends a value; descending ones are written with all bits turned round. */
  write(value: unknown, descending = false): this {
    const start = this.#length;
    this.#value(value);
    if (descending) this.#invert(start);
    return this;
  }

  /** The bytes written so far, as a copy; the writer is empty again. */
  finish(): Buffer {
    const key = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return key;
  }

  #value(value: unknown): void {
    if (value === emptyArray) {
      this.#byte(emptyArrayByte);
      return;
    }
    const kind = kindOf(value);
    this.#byte(rankOf[kind]);
    if (isNumericKind(kind)) this.#number(value);
    else if (kind === 'string' || kind === 'symbol') this.#text(textOf(value));
    else if (typeof value === 'boolean') this.#byte(value ? 1 : 0);
    else if (value instanceof Date) this.#signed64(BigInt(value.getTime()));
    else if (value instanceof ObjectId) this.#raw(value.id);
    else if (Array.isArray(value)) this.#array(value);
    else if (isDocument(value)) this.#document(value);
    else if (value instanceof BSONRegExp) this.#text(value.pattern).#text(value.options);
    else if (value instanceof Code) this.#text(value.code);
    else if (value instanceof Timestamp) this.#unsigned64(BigInt.asUintN(64, Long.fromValue(value).toBigInt()));
    else if (kind === 'binData') this.#binary(value);
  }

  #number(value: unknown): void {
    const double = toDouble(value);
    const exact = needsExactness(value) ? exactDecimal(value) : undefined;
    if (exact === undefined) {
      this.#double(double);
      this.#byte(residualNone);
      return;
    }
    // A decimal beyond the doubles is written whole after the greatest double; others as what the nearest double leaves over.
    const base = Number.isFinite(double) ? double : Math.sign(double) * Number.MAX_VALUE;
    const residual = base === double ? subtractExact(exact, exactDecimal(base) ?? exact) : exact;
    this.#double(base);
    this.#residual(residual);
  }

  #double(double: number): void {
    this.#reserve(8);
    const start = this.#length;
    this.#length += 8;
    if (Number.isNaN(double)) {
      this.#bytes.fill(0, start, this.#length);
      return;
    }
    this.#bytes.writeDoubleBE(double === 0 ? 0 : double, start);
    if (double < 0) this.#invert(start);
    else this.#bytes[start] = (this.#bytes[start] ?? 0) | 0x80;
  }

  #residual(residual: ExactDecimal): void {
    if (residual.digits === 0n) {
      this.#byte(residualNone);
      return;
    }
    const isBelow = residual.digits < 0n;
    const digits = (isBelow ? -residual.digits : residual.digits).toString();
    this.#byte(isBelow ? residualBelow : residualAbove);
    const start = this.#length;
    this.#reserve(2);
    this.#bytes.writeUInt16BE(residual.exponent + digits.length + 0x8000, start);
    this.#length += 2;
    this.#text(digits.replace(/0+$/, ''));
    if (isBelow) this.#invert(start);
  }

  /** UTF-8 with a zero at the end; zero and one inside are written as two bytes, so that the end sorts lowest. */
  #text(text: string): this {
    const bytes = Buffer.from(text, 'utf8');
    this.#reserve(bytes.length * 2 + 1);
    for (const byte of bytes) {
      if (byte <= 1) {
        this.#bytes[this.#length++] = 1;
        this.#bytes[this.#length++] = byte + 1;
      } else this.#bytes[this.#length++] = byte;
    }
    this.#bytes[this.#length++] = 0;
    return this;
  }

  #array(values: readonly unknown[]): void {
    for (const value of values) this.#value(value);
    this.#byte(0);
  }

  #document(document: { [field: string]: unknown }): void {
    for (const name of Object.keys(document)) {
      const value = fieldOf(document, name);
      this.#byte(rankOf[kindOf(value)]);
      this.#text(name);
      this.#value(value);
    }
    this.#byte(0);
  }

  #binary(value: unknown): void {
    const binary = binaryOf(value);
    const bytes = binary.value();
    this.#reserve(5);
    this.#length = this.#bytes.writeUInt32BE(bytes.length, this.#length);
    this.#byte(binary.sub_type);
    this.#raw(bytes);
  }

  #signed64(value: bigint): void {
    this.#unsigned64(BigInt.asUintN(64, value) ^ 0x8000000000000000n);
  }

  #unsigned64(value: bigint): void {
    this.#reserve(8);
    this.#length = this.#bytes.writeBigUInt64BE(value, this.#length);
  }

  #raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  #invert(start: number): void {
    for (let index = start; index < this.#length; index += 1) this.#bytes[index] = 0xff - (this.#bytes[index] ?? 0);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe((this.#length + count) * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

const sharedWriter = new KeyWriter();

/** One value as an order-preserving key. */
export function encodeKey(value: unknown, descending = false): Buffer {
  return sharedWriter.write(value, descending).finish();
}

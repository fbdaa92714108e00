import { Decimal128, Double, Int32, Long, Timestamp } from 'bson';

import { notServed } from '../errors.ts';
import { isDocument, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** A document with plain JavaScript numbers, as mingo computes with them. Decimal128 and Longs beyond 2^53, which it gets wrong, are refused. */
export function toPlain(document: BsonDocument): BsonDocument {
  return mapDocument(document, plainValue);
}

/** A document whose plain numbers have BSON types again: Int32 or Long for whole numbers, Double for the others. */
export function fromPlain(document: BsonDocument): BsonDocument {
  return mapDocument(document, typedValue);
}

function plainValue(value: unknown): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Decimal128) throw notServed('a Decimal128 in a computed aggregation stage');
  if (value instanceof Long && !(value instanceof Timestamp)) {
    const number = value.toNumber();
    if (!Number.isSafeInteger(number)) throw notServed('a Long beyond 2^53 in a computed aggregation stage');
    return number;
  }
  return mapInner(value, plainValue);
}

function typedValue(value: unknown): unknown {
  if (typeof value !== 'number') return mapInner(value, typedValue);
  if (Object.is(value, -0) || !Number.isSafeInteger(value)) return new Double(value);
  return Math.abs(value) <= 0x7fffffff ? new Int32(value) : Long.fromNumber(value);
}

function mapInner(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  return isDocument(value) ? mapDocument(value, change) : value;
}

function mapDocument(document: BsonDocument, change: (value: unknown) => unknown): BsonDocument {
  const result: BsonDocument = {};
  for (const [name, value] of Object.entries(document)) setField(result, name, change(value));
  return result;
}

import { StoreError, notServed } from '../errors.ts';

/** A BSON document as the store holds it in memory: numbers keep their BSON classes (Int32, Long, Double, Decimal128). */
export type BsonDocument = { [field: string]: unknown };

/** The types of BSON by the names that `$type` takes. `missing` is the absence of a value. */
export type Kind =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'symbol'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

const kindByClass: Record<string, Kind> = {
  Int32: 'int',
  Long: 'long',
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

/** The BSON type of a value. Plain numbers count as what the BSON serializer makes of them. Refuses DBRef by name. */
export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff && !Object.is(value, -0) ? 'int' : 'double';
    case 'object':
      return kindOfObject(value);
    default:
      throw new StoreError('BadValue', `a ${typeof value} is not a BSON value`);
  }
}

function kindOfObject(value: object | null): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof Uint8Array) return 'binData';
  if (!('_bsontype' in value) || typeof value._bsontype !== 'string') return 'object';
  const kind = kindByClass[value._bsontype];
  if (kind === undefined) throw notServed(`the BSON type ${value._bsontype}`);
  return kind;
}

/** Whether the value is an embedded document (not an array, and not one of BSON's own classes). */
export function isDocument(value: unknown): value is BsonDocument {
  return typeof value === 'object' && value !== null && kindOfObject(value) === 'object';
}

/** Whether the value is one of the four number types. */
export function isNumericKind(kind: Kind): boolean {
  return kind === 'int' || kind === 'long' || kind === 'double' || kind === 'decimal';
}

/** The field's own value, or undefined when the document has no such field (inherited names do not count). */
export function fieldOf(document: BsonDocument, name: string): unknown {
  return Object.hasOwn(document, name) ? document[name] : undefined;
}

/** Sets a field, whatever its name: `__proto__` becomes an ordinary field. */
export function setField(document: BsonDocument, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(document, name, { value, enumerable: true, configurable: true, writable: true });
  } else document[name] = value;
}

/** The order of types in sorts and indexes: numbers are one rank, text and symbols another. A missing value ranks as null. */
export const rankOf: Record<Kind, number> = {
  minKey: 0x0a,
  missing: 0x14,
  null: 0x14,
  int: 0x1e,
  long: 0x1e,
  double: 0x1e,
  decimal: 0x1e,
  string: 0x28,
  symbol: 0x28,
  object: 0x32,
  array: 0x3c,
  binData: 0x46,
  objectId: 0x50,
  bool: 0x5a,
  date: 0x64,
  timestamp: 0x6e,
  regex: 0x78,
  javascript: 0x82,
  maxKey: 0xf0,
};

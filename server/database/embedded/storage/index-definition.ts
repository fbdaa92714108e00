import { Int32 } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import { keyPattern } from '../query/index-keys.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { isArrayIndex } from '../query/path.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';

/** What an index is, read from the document that `createIndexes` gave and that is stored. */
export type IndexDefinition = {
  name: string;
  key: BsonDocument;
  pattern: KeyPattern;
  unique: boolean;
  sparse: boolean;
  partialFilter: Condition | undefined;
  expireAfterSeconds: number | undefined;
  /** As `listIndexes` shows it. */
  document: BsonDocument;
};

const ignoredFields = new Set(['background', 'ns', 'v']);
const servedFields = new Set(['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds']);

/** The fields, at the top of a document, that its keys follow from; undefined when any may matter. */
export function fieldsOfIndex({ pattern, partialFilter }: IndexDefinition): ReadonlySet<string> | undefined {
  const filtered = partialFilter === undefined ? [] : fieldsOfCondition(partialFilter);
  return filtered && new Set([...pattern.map(({ path }) => path[0] ?? ''), ...filtered]);
}

function fieldsOfCondition(condition: Condition): string[] | undefined {
  if (condition.kind === 'computed') return undefined;
  if (!('of' in condition)) return [condition.path[0] ?? ''];
  const parts = condition.of.map(fieldsOfCondition);
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** The index that every collection has. */
export function idIndexDefinition(): IndexDefinition {
  return { ...indexDefinition({ key: { _id: new Int32(1) }, name: '_id_' }), unique: true };
}

/** Reads an index's document. What is not served (text, geo, hashed, wildcard, collation …) is refused by name. */
export function indexDefinition(given: BsonDocument): IndexDefinition {
  for (const field of Object.keys(given)) {
    if (!servedFields.has(field) && !ignoredFields.has(field)) throw notServed(`index option '${field}'`);
  }
  const { key, name, partialFilterExpression } = given;
  if (!isDocument(key) || Object.keys(key).length === 0)
    throw new StoreError('CannotCreateIndex', 'Index keys cannot be empty.');
  if (typeof name !== 'string' || name === '')
    throw new StoreError('FailedToParse', 'index name must be a nonempty text');
  const pattern = keyPattern(Object.entries(key).map(([field, direction]) => [field, directionOf(field, direction)]));
  const expireAfterSeconds = expiryOf(given['expireAfterSeconds'], pattern);
  const document: BsonDocument = { v: new Int32(2), key, name };
  for (const field of servedFields) {
    const value = given[field];
    if (!(field in document) && value !== undefined && value !== false) document[field] = value;
  }
  return {
    name,
    key,
    pattern,
    unique: isSet(given['unique']),
    sparse: isSet(given['sparse']),
    partialFilter: partialFilterExpression === undefined ? undefined : partialFilterOf(partialFilterExpression),
    expireAfterSeconds,
    document,
  };
}

function isSet(value: unknown): boolean {
  return value === true || (value !== undefined && value !== false && value !== null && toDouble(value) !== 0);
}

function directionOf(field: string, direction: unknown): number {
  if (field === '' || field.startsWith('$') || field.includes('$**'))
    throw notServed(`an index on the field '${field}'`);
  if (field.split('.').some(isArrayIndex)) throw notServed(`an index on the array place '${field}'`);
  if (typeof direction === 'string') throw notServed(`the index type '${direction}'`);
  const number = toDouble(direction);
  if (number === 0 || Number.isNaN(number)) {
    throw new StoreError(
      'CannotCreateIndex',
      `Values in the index key pattern must be 1 or -1; the field '${field}' has another`,
    );
  }
  return number;
}

function expiryOf(given: unknown, pattern: KeyPattern): number | undefined {
  if (given === undefined) return undefined;
  const seconds = toInteger(given);
  if (seconds === undefined || seconds < 0 || seconds > 0x7fffffff) {
    throw new StoreError(
      'CannotCreateIndex',
      'TTL index expireAfterSeconds must be a whole number from 0 to 2147483647',
    );
  }
  if (pattern.length > 1)
    throw new StoreError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL.',
    );
  if (pattern[0]?.name === '_id')
    throw new StoreError('InvalidIndexSpecificationOption', 'The field _id cannot have an expiry');
  return seconds;
}

function partialFilterOf(given: unknown): Condition {
  if (!isDocument(given)) throw new StoreError('BadValue', 'partialFilterExpression must be an object');
  const condition = parseFilter(given);
  const isSimple = conjuncts(condition).every(
    (part) => part.kind === 'compare' || part.kind === 'exists' || part.kind === 'type' || part.kind === 'in',
  );
  if (!isSimple)
    throw new StoreError(
      'CannotCreateIndex',
      'a partialFilterExpression may use equality, ranges, $in, $exists: true and $type, joined by $and',
    );
  return condition;
}

/** The parts that must all hold for the condition to hold. */
export function conjuncts(condition: Condition): Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition];
}

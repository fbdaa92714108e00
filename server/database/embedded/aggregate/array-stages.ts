import { Long } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { toPath } from '../query/path.ts';
import type { FieldPath } from '../query/path.ts';
import { fieldOf, isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** `$unwind`: a document for each element of an array. */
export function* unwind(operand: unknown, documents: Iterable<BsonDocument>): Generator<BsonDocument> {
  const { path, preserve, indexField } = unwindOptions(operand);
  for (const document of documents) {
    const value = valueAt(document, path);
    const isNothing = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    if (isNothing) {
      if (preserve)
        yield withIndex(Array.isArray(value) ? withValue(document, path, undefined) : document, indexField, null);
    } else if (Array.isArray(value)) {
      for (const [place, element] of value.entries())
        yield withIndex(withValue(document, path, element), indexField, Long.fromNumber(place));
    } else yield withIndex(document, indexField, null);
  }
}

/** A copy of the document with another value at a path through documents; undefined takes the field away. */
export function withValue(document: BsonDocument, [name = '', ...rest]: FieldPath, value: unknown): BsonDocument {
  const { [name]: there, ...others } = document;
  if (rest.length > 0) return { ...document, [name]: withValue(isDocument(there) ? there : {}, rest, value) };
  return value === undefined ? others : { ...document, [name]: value };
}

function unwindOptions(operand: unknown): { path: FieldPath; preserve: boolean; indexField: string | undefined } {
  const options = isDocument(operand) ? operand : { path: operand };
  const other = Object.keys(options).find(
    (name) => !['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name),
  );
  if (other !== undefined) throw notServed(`$unwind option '${other}'`);
  const path = options['path'];
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw new StoreError('BadValue', "path option to $unwind stage should be prefixed with a '$'");
  }
  const indexField = options['includeArrayIndex'];
  return {
    path: toPath(path.slice(1)),
    preserve: options['preserveNullAndEmptyArrays'] === true,
    indexField: typeof indexField === 'string' ? indexField : undefined,
  };
}

function withIndex(document: BsonDocument, field: string | undefined, place: Long | null): BsonDocument {
  return field === undefined ? document : withValue(document, toPath(field), place);
}

function valueAt(document: BsonDocument, path: FieldPath): unknown {
  return path.reduce<unknown>((value, part) => (isDocument(value) ? fieldOf(value, part) : undefined), document);
}

import { Long } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { toPath } from '../query/path.ts';
import type { FieldPath } from '../query/path.ts';
import { Breath, breath, breathing } from '../turns.ts';
import { fieldOf, isDocument, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import type { RunStage } from './pipeline.ts';

/** `$unwind`: a document for each element of an array. */
export function unwind(operand: unknown): RunStage {
  const { path, preserve, indexField } = unwindOptions(operand);
  return function* unwindAll(documents) {
    for (const document of documents) {
      if (document instanceof Breath) {
        yield breath;
        continue;
      }
      const value = valueAt(document, path);
      const isNothing = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      if (isNothing) {
        if (preserve)
          yield withIndex(Array.isArray(value) ? withValue(document, path, undefined) : document, indexField, null);
      } else if (Array.isArray(value)) {
        const elements = value.map((element: unknown, place) =>
          withIndex(withValue(document, path, element), indexField, Long.fromNumber(place)),
        );
        yield* breathing(elements);
      } else yield withIndex(document, indexField, null);
    }
  };
}

/**
 * A copy of the document with another value at a path: documents on the way are made, and in an array each element gets it. Undefined takes
 * the field away.
 */
export function withValue(document: BsonDocument, [name = '', ...rest]: FieldPath, value: unknown): BsonDocument {
  const there = fieldOf(document, name);
  const inner = rest.length === 0 ? value : insideOf(there, rest, value);
  const result = { ...document };
  if (inner === undefined) delete result[name];
  else setField(result, name, inner);
  return result;
}

function insideOf(there: unknown, path: FieldPath, value: unknown): unknown {
  if (Array.isArray(there)) return there.map((element: unknown) => insideOf(element, path, value));
  return withValue(isDocument(there) ? there : {}, path, value);
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

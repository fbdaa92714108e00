import { StoreError } from '../errors.ts';
import { isPositional } from './positional.ts';
import { isArrayIndex, toPath } from '../query/path.ts';
import type { FieldPath } from '../query/path.ts';
import { fieldOf, isDocument, kindOf, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** Arrays are not filled up beyond this many places by setting a far one. */
const maxPadding = 1_500_000;

/** Reads the path of an update; its positional parts (`$`, `$[]`, `$[name]`) stay in it as they are. */
export function parseUpdatePath(name: string): FieldPath {
  const path = toPath(name);
  if (path.some((part) => part === ''))
    throw new StoreError('EmptyFieldName', `The update path '${name}' contains an empty field name`);
  const prefixed = path.find((part) => part.startsWith('$') && !isPositional(part));
  if (prefixed !== undefined)
    throw new StoreError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${prefixed}' in '${name}' is not valid`,
    );
  if (isPositional(path[0] ?? ''))
    throw new StoreError('BadValue', `Cannot have array filter or positional operator at the start of '${name}'`);
  return path;
}

/** The value at an update's path, places of arrays included; undefined when it is not there. */
export function read(document: BsonDocument, path: FieldPath): unknown {
  let value: unknown = document;
  for (const part of path) value = step(value, part);
  return value;
}

/** Sets the value at a path and makes the documents on the way. @throws PathNotViable when a scalar is in the way. */
export function write(document: BsonDocument, path: FieldPath, value: unknown): void {
  let container: unknown = document;
  path.forEach((part, place) => {
    const isLast = place === path.length - 1;
    const next = isLast ? value : (step(container, part) ?? undefined);
    const inner = isLast ? value : isContainer(next) ? next : fresh(container, part, next, path, place);
    put(container, part, inner, path, place);
    container = inner;
  });
}

/** Takes the field at a path away; a place of an array becomes null. */
export function remove(document: BsonDocument, path: FieldPath): void {
  const name = path.at(-1) ?? '';
  const container = path.length === 1 ? document : read(document, path.slice(0, -1));
  if (isDocument(container)) delete container[name];
  else if (Array.isArray(container) && isArrayIndex(name) && Number(name) < container.length)
    container[Number(name)] = null;
}

function step(value: unknown, part: string): unknown {
  if (isDocument(value)) return fieldOf(value, part);
  return Array.isArray(value) && isArrayIndex(part) ? value[Number(part)] : undefined;
}

function isContainer(value: unknown): boolean {
  return Array.isArray(value) || isDocument(value);
}

function fresh(container: unknown, part: string, there: unknown, path: FieldPath, place: number): BsonDocument {
  const isAbsent = isDocument(container) ? !Object.hasOwn(container, part) : there === undefined;
  if (isAbsent) return {};
  throw new StoreError(
    'PathNotViable',
    `Cannot create field '${path[place + 1] ?? ''}' in element {${part}: ${shown(there)}}`,
  );
}

function put(container: unknown, part: string, value: unknown, path: FieldPath, place: number): void {
  if (isDocument(container)) {
    setField(container, part, value);
    return;
  }
  if (!Array.isArray(container)) return;
  const parent = path[place - 1] ?? '';
  if (!isArrayIndex(part))
    throw new StoreError('PathNotViable', `Cannot create field '${part}' in element {${parent}: an array}`);
  const index = Number(part);
  if (index - container.length > maxPadding)
    throw new StoreError('BadValue', `the place ${index} is too far beyond the array's end`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

function shown(value: unknown): string {
  const kind = kindOf(value);
  return kind === 'string' || kind === 'null' || kind === 'bool'
    ? JSON.stringify(value)
    : kind === 'date'
      ? 'a date'
      : String(value);
}

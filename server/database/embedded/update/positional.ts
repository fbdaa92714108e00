import { StoreError } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import { matches } from '../query/matches.ts';
import { isArrayIndex } from '../query/path.ts';
import type { FieldPath } from '../query/path.ts';
import { fieldOf, isDocument, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** What the positional parts of paths stand for: the place that the filter met, and the array filters by their names. */
export type Positions = { place: number | undefined; arrayFilters: ReadonlyMap<string, Condition> };

/** Whether a part of a path stands for places of an array: `$`, `$[]` or `$[name]`. */
export function isPositional(part: string): boolean {
  return part === '$' || /^\$\[.*\]$/.test(part);
}

/** The name in `$[name]`; undefined for other parts. */
export function filterName(part: string): string | undefined {
  const name = isPositional(part) && part !== '$' ? part.slice(2, -1) : '';
  return name === '' ? undefined : name;
}

/** The paths without positional parts that a path stands for in this document. @throws BadValue when a part leads to no array. */
export function concretePaths(path: FieldPath, document: BsonDocument, positions: Positions): FieldPath[] {
  const depth = path.findIndex(isPositional);
  if (depth < 0) return [path];
  const before = path.slice(0, depth);
  return placesOf(path, depth, document, positions).flatMap((place) =>
    concretePaths([...before, String(place), ...path.slice(depth + 1)], document, positions),
  );
}

function placesOf(path: FieldPath, depth: number, document: BsonDocument, positions: Positions): number[] {
  const part = path[depth] ?? '';
  if (part === '$') {
    if (positions.place === undefined)
      throw new StoreError('BadValue', 'The positional operator did not find the match needed from the query.');
    return [positions.place];
  }
  const elements = arrayAt(path.slice(0, depth), document);
  const name = filterName(part);
  const filter = name === undefined ? undefined : positions.arrayFilters.get(name);
  return elements.flatMap((element, place) =>
    name === undefined || (filter !== undefined && matches(filter, { [name]: element })) ? [place] : [],
  );
}

function arrayAt(path: FieldPath, document: BsonDocument): unknown[] {
  const value = path.reduce<unknown>((inner, part) => {
    if (Array.isArray(inner)) return isArrayIndex(part) ? inner[Number(part)] : undefined;
    return isDocument(inner) ? fieldOf(inner, part) : undefined;
  }, document);
  if (Array.isArray(value)) return value;
  const name = path.join('.');
  throw new StoreError(
    'BadValue',
    value === undefined
      ? `The path '${name}' must exist in the document in order to apply array updates.`
      : `Cannot apply array updates to non-array element ${path.at(-1) ?? ''}: ${kindOf(value)}`,
  );
}

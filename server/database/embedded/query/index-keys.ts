import { StoreError } from '../errors.ts';
import { KeyWriter, emptyArray } from '../values/key-writer.ts';
import { fieldOf, isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { isArrayIndex, toPath } from './path.ts';
import type { FieldPath } from './path.ts';

/** The fields of an index or a sort, in order, each with its direction. */
export type KeyPattern = readonly { name: string; path: FieldPath; descending: boolean }[];

/** What an index stores of one document. `isMultikey`: an array was taken apart. `isAbsent`: the document has none of the fields. */
export type DocumentKeys = { keys: Buffer[]; isMultikey: boolean; isAbsent: boolean };

/** A key pattern of `{name: 1 | -1}` pairs. */
export function keyPattern(fields: readonly (readonly [name: string, direction: number])[]): KeyPattern {
  return fields.map(([name, direction]) => ({ name, path: toPath(name), descending: direction < 0 }));
}

const writer = new KeyWriter();

/**
 * The keys of a document under a pattern: one, or one for each element when a path meets an array. Two paths that meet different arrays
 * are refused (CannotIndexParallelArrays), as in MongoDB. Equal keys are listed once, in ascending order.
 */
export function documentKeys(pattern: KeyPattern, document: BsonDocument): DocumentKeys {
  const rows = new Rows(pattern);
  rows.expand(pattern.map(({ path }) => ({ value: document, rest: path })));
  const keys = rows.found.map((row) => {
    row.forEach((value, place) => writer.write(value, pattern[place]?.descending ?? false));
    return writer.finish();
  });
  return { keys: distinctKeys(keys), isMultikey: rows.isMultikey, isAbsent: rows.isAbsent };
}

type Place = { value: unknown; rest: FieldPath };

class Rows {
  readonly found: unknown[][] = [];
  isMultikey = false;
  isAbsent = true;
  readonly #pattern: KeyPattern;

  constructor(pattern: KeyPattern) {
    this.#pattern = pattern;
  }

  /** Walks every path down to a value or to the first array; takes that array apart and goes on. */
  expand(places: readonly Place[]): void {
    const reached = places.map(walkToArray);
    const arrayPlaces = reached.flatMap((place, index) => (Array.isArray(place.value) ? [index] : []));
    const [first] = arrayPlaces;
    const elements = first === undefined ? undefined : reached[first]?.value;
    if (!Array.isArray(elements)) {
      if (reached.some(({ value }) => value !== undefined)) this.isAbsent = false;
      this.found.push(reached.map(({ value }) => (value instanceof Whole ? value.elements : value)));
      return;
    }
    this.#refuseParallel(arrayPlaces, reached, elements);
    this.isMultikey = true;
    this.isAbsent = false;
    if (elements.length === 0) this.expand(inEach(reached, arrayPlaces, undefined, true));
    for (const element of elements) this.expand(inEach(reached, arrayPlaces, element, false));
  }

  #refuseParallel(arrayPlaces: number[], reached: Place[], elements: unknown[]): void {
    const other = arrayPlaces.find((place) => reached[place]?.value !== elements);
    if (other === undefined) return;
    const names = [this.#pattern[other]?.name, this.#pattern[arrayPlaces[0] ?? 0]?.name];
    throw new StoreError('CannotIndexParallelArrays', `cannot index parallel arrays [${names.join('] [')}]`);
  }
}

/** A marker that keeps an array which is itself an element from being taken apart again. */
class Whole {
  readonly elements: unknown[];
  constructor(elements: unknown[]) {
    this.elements = elements;
  }
}

function walkToArray(place: Place): Place {
  let { value, rest } = place;
  while (rest.length > 0) {
    const [part = '', ...further] = rest;
    if (isDocument(value)) value = fieldOf(value, part);
    else if (Array.isArray(value) && isArrayIndex(part)) value = value[Number(part)];
    else if (Array.isArray(value)) return { value, rest };
    else return { value: undefined, rest: [] };
    rest = further;
  }
  return { value, rest };
}

function inEach(
  reached: readonly Place[],
  arrayPlaces: readonly number[],
  element: unknown,
  isEmpty: boolean,
): Place[] {
  return reached.map((place, index) => {
    if (!arrayPlaces.includes(index)) return place;
    if (place.rest.length > 0)
      return isDocument(element) ? { value: element, rest: place.rest } : { value: undefined, rest: [] };
    if (isEmpty) return { value: emptyArray, rest: [] };
    return { value: Array.isArray(element) ? new Whole(element) : element, rest: [] };
  });
}

function distinctKeys(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys;
  keys.sort(Buffer.compare);
  return keys.filter((key, index) => index === 0 || !key.equals(keys[index - 1] ?? key));
}

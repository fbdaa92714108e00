import { fieldOf, isDocument } from '../values/kinds.ts';

/** A dotted field name in its parts. The empty path is the value itself. */
export type FieldPath = readonly string[];

/** Splits a dotted name. */
export function toPath(name: string): FieldPath {
  return name.split('.');
}

/** Whether a part of a path can be a place in an array. */
export function isArrayIndex(part: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(part);
}

/**
 * Whether some value that the path leads to passes the test, as MongoDB follows paths: through every document in arrays on the way,
 * and, where `intoLastArray`, through the elements of an array at its end and then the array itself. Undefined is "missing".
 */
export function someAt(
  value: unknown,
  path: FieldPath,
  intoLastArray: boolean,
  test: (value: unknown) => boolean,
): boolean {
  if (path.length === 0) return test(value);
  return isDocument(value) ? inDocument(value, path, 0) : false;

  function inDocument(document: { [field: string]: unknown }, parent: FieldPath, depth: number): boolean {
    return at(fieldOf(document, parent[depth] ?? ''), depth + 1);
  }

  function at(reached: unknown, depth: number): boolean {
    if (depth === path.length) {
      if (intoLastArray && Array.isArray(reached) && reached.some((element) => test(element))) return true;
      return test(reached);
    }
    if (Array.isArray(reached)) return inArray(reached, depth);
    return isDocument(reached) ? inDocument(reached, path, depth) : test(undefined);
  }

  function inArray(elements: readonly unknown[], depth: number): boolean {
    const part = path[depth] ?? '';
    if (isArrayIndex(part) && Number(part) < elements.length && at(elements[Number(part)], depth + 1)) return true;
    return elements.some((element) => isDocument(element) && inDocument(element, path, depth));
  }
}

/** Every value that the path leads to, elements of arrays at its end included; missing ones left out. */
export function valuesAt(value: unknown, path: FieldPath): unknown[] {
  const found: unknown[] = [];
  someAt(value, path, false, (reached) => {
    const elements: readonly unknown[] | undefined = Array.isArray(reached) ? reached : undefined;
    if (elements !== undefined) found.push(...elements);
    else if (reached !== undefined) found.push(reached);
    return false;
  });
  return found;
}

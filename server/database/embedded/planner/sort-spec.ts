import { StoreError, notServed } from '../errors.ts';
import { keyPattern } from '../query/index-keys.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { isDocument } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';

/** Reads a sort such as `{at: -1, _id: 1}`; an absent one is empty. `$meta` is refused by name. */
export function parseSort(sort: unknown): KeyPattern {
  if (sort === undefined) return [];
  if (!isDocument(sort)) throw new StoreError('TypeMismatch', 'sort must be a document');
  return keyPattern(
    Object.entries(sort).map(([name, direction]) => {
      if (isDocument(direction)) throw notServed(`a sort by ${Object.keys(direction)[0] ?? 'a document'}`);
      if (name.startsWith('$')) throw notServed(`a sort by ${name}`);
      const number = toDouble(direction);
      if (number !== 1 && number !== -1)
        throw new StoreError('BadValue', `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
      return [name, number];
    }),
  );
}

import { StoreError } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { filterName } from './positional.ts';
import { toPath } from '../query/path.ts';

/** Reads `arrayFilters`: each is about one name, and no name has two. */
export function parseArrayFilters(filters: readonly BsonDocument[]): Map<string, Condition> {
  const byName = new Map<string, Condition>();
  for (const filter of filters) {
    const condition = parseFilter(filter);
    const [name, ...others] = new Set(namesIn(condition));
    if (name === undefined)
      throw new StoreError('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (others.length > 0)
      throw new StoreError(
        'FailedToParse',
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${others[0] ?? ''}'`,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw new StoreError(
        'BadValue',
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    if (byName.has(name))
      throw new StoreError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    byName.set(name, condition);
  }
  return byName;
}

/** Refuses names in paths that have no filter, and filters that no path uses. */
export function checkArrayFilters(paths: readonly string[], filters: ReadonlyMap<string, Condition>): void {
  const unused = new Set(filters.keys());
  for (const path of paths) {
    for (const part of toPath(path)) {
      const name = filterName(part);
      if (name === undefined) continue;
      if (!filters.has(name))
        throw new StoreError('BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
      unused.delete(name);
    }
  }
  const [idle] = unused;
  if (idle !== undefined)
    throw new StoreError('FailedToParse', `The array filter for identifier '${idle}' was not used in the update`);
}

function namesIn(condition: Condition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none')
    return condition.of.flatMap(namesIn);
  return 'path' in condition ? [condition.path[0] ?? ''] : [];
}

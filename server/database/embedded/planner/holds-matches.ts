import type { Condition } from '../query/condition.ts';
import { compares } from '../query/matches.ts';
import { conjuncts } from '../storage/index-definition.ts';
import type { KeyRange, StoredIndex } from '../storage/stored-index.ts';
import { areEqual } from '../values/compare.ts';
import { kindOf, rankOf } from '../values/kinds.ts';
import type { FieldBounds } from './bounds.ts';

/** Whether every document that meets the filter is in the index, which sparse and partial ones do not promise. */
export function holdsAllMatches(index: StoredIndex, filter: Condition, bounds: FieldBounds[]): boolean {
  const { sparse, partialFilter, pattern } = index.definition;
  if (sparse && !pattern.some(({ name }) => isPresent(filter, name, bounds))) return false;
  return partialFilter === undefined || conjuncts(partialFilter).every((part) => implies(filter, part));
}

/** Whether the filter demands a value in the field, for which null does not do: null also matches what is missing. */
function isPresent(filter: Condition, name: string, bounds: FieldBounds[]): boolean {
  const demands = conjuncts(filter).some((part) => part.kind === 'exists' && part.path.join('.') === name);
  const isNullKey = (range: KeyRange): boolean => range.low[0] === rankOf.null;
  return demands || bounds.some((bound) => bound.path.join('.') === name && !bound.ranges.some(isNullKey));
}

/** Whether meeting the filter means meeting the condition, as far as simple comparisons of one field show it. */
function implies(filter: Condition, condition: Condition): boolean {
  return conjuncts(filter).some((part) => {
    if (!('path' in part) || !('path' in condition) || part.path.join('.') !== condition.path.join('.')) return false;
    if (part.kind === 'exists') return condition.kind === 'exists';
    if (part.kind === 'in' && part.patterns.length === 0)
      return part.values.every((value) => valueImplies(value, condition));
    if (part.kind !== 'compare') return false;
    if (
      condition.kind === 'compare' &&
      part.comparison === condition.comparison &&
      areEqual(part.value, condition.value)
    )
      return true;
    if (part.comparison === '$eq') return valueImplies(part.value, condition);
    if (condition.kind === 'exists') return kindOf(part.value) !== 'null';
    if (condition.kind !== 'compare' || kindOf(condition.value) === 'null') return false;
    const isOneSide = part.comparison.slice(0, 3) === condition.comparison.slice(0, 3);
    return (
      isOneSide && compares(condition.comparison, part.value, condition.value) && !areEqual(part.value, condition.value)
    );
  });
}

function valueImplies(value: unknown, condition: Condition): boolean {
  const kind = kindOf(value);
  if (kind === 'array' || kind === 'null' || kind === 'object') return false;
  if (condition.kind === 'exists') return true;
  if (condition.kind === 'type')
    return condition.names.has(kind) && kind !== 'int' && kind !== 'long' && kind !== 'double' && kind !== 'decimal';
  if (condition.kind === 'in') return condition.values.some((each) => areEqual(each, value));
  return condition.kind === 'compare' && compares(condition.comparison, value, condition.value);
}

import { StoreError } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import { someAt } from '../query/path.ts';
import { conjuncts } from '../storage/index-definition.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { parseUpdatePath, write } from './update-path.ts';

/** The document that an upsert starts from: the fields that the filter pins by equality. One that is pinned twice is refused (54). */
export function upsertBase(filter: Condition): BsonDocument {
  const base: BsonDocument = {};
  for (const part of conjuncts(soleAlternatives(filter))) {
    const value = pinnedValue(part);
    if (value === undefined || !('path' in part)) continue;
    const name = part.path.join('.');
    if (someAt(base, part.path, false, (there) => there !== undefined)) {
      throw new StoreError('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
    }
    write(base, parseUpdatePath(name), value);
  }
  return base;
}

function pinnedValue(part: Condition): unknown {
  if (part.kind === 'compare' && part.comparison === '$eq') return part.value;
  if (part.kind === 'in' && part.values.length === 1 && part.patterns.length === 0) return part.values[0];
  return undefined;
}

/** An `$or` of one alternative says the same as the alternative. */
function soleAlternatives(condition: Condition): Condition {
  const [only] = condition.kind === 'any' && condition.of.length === 1 ? condition.of : [];
  if (only !== undefined) return soleAlternatives(only);
  return condition.kind === 'all' ? { kind: 'all', of: condition.of.map(soleAlternatives) } : condition;
}

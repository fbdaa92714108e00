import { BSONRegExp } from 'bson';

import { compareValues, textOf } from '../values/compare.ts';
import { isDocument, kindOf, rankOf } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';
import type { Comparison, Condition } from './condition.ts';
import { someAt } from './path.ts';
import type { SafePattern } from './pattern.ts';

/** Whether a document (or, for conditions with an empty path, a value) meets the condition, exactly as MongoDB decides it. */
export function matches(condition: Condition, value: unknown): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => matches(part, value));
    case 'any':
      return condition.of.some((part) => matches(part, value));
    case 'none':
      return !condition.of.some((part) => matches(part, value));
    case 'compare':
      return someAt(value, condition.path, true, (found) => compares(condition.comparison, found, condition.value));
    case 'in':
      return someAt(value, condition.path, true, (found) => isIn(found, condition.values, condition.patterns));
    case 'exists':
      return someAt(value, condition.path, false, (found) => found !== undefined);
    case 'size':
      return someAt(value, condition.path, false, (found) => Array.isArray(found) && found.length === condition.size);
    case 'type':
      return someAt(value, condition.path, true, (found) => condition.names.has(kindOf(found)));
    case 'pattern':
      return someAt(value, condition.path, true, (found) => fits(found, condition.pattern));
    case 'elementDocument':
      return someAt(value, condition.path, false, (found) => hasElement(found, condition.condition, true));
    case 'elementValue':
      return someAt(value, condition.path, false, (found) => hasElement(found, condition.condition, false));
    case 'computed':
      return isDocument(value) && condition.holds(value);
    default:
      return condition satisfies never;
  }
}

/** Whether `value <comparison> operand` holds: only values of the operand's own type are ever greater or less. */
export function compares(comparison: Comparison, value: unknown, operand: unknown): boolean {
  const operandKind = kindOf(operand);
  const acceptsEqual = comparison !== '$gt' && comparison !== '$lt';
  const isOfOneType = rankOf[kindOf(value)] === rankOf[operandKind];
  if (operandKind === 'minKey' || operandKind === 'maxKey') return holds(comparison, compareValues(value, operand));
  if (!isOfOneType) return false;
  if (operandKind === 'null' || operandKind === 'missing') return acceptsEqual;
  const order = compareValues(value, operand);
  if (isNaNumber(operand) || isNaNumber(value)) return acceptsEqual && order === 0;
  return holds(comparison, order);
}

function holds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case '$eq':
      return order === 0;
    case '$gt':
      return order > 0;
    case '$gte':
      return order >= 0;
    case '$lt':
      return order < 0;
    case '$lte':
      return order <= 0;
    default:
      return comparison satisfies never;
  }
}

function isNaNumber(value: unknown): boolean {
  return rankOf[kindOf(value)] === rankOf.double && Number.isNaN(toDouble(value));
}

function isIn(found: unknown, values: readonly unknown[], patterns: readonly SafePattern[]): boolean {
  return values.some((value) => compares('$eq', found, value)) || patterns.some((pattern) => fits(found, pattern));
}

function fits(found: unknown, pattern: SafePattern): boolean {
  const kind = kindOf(found);
  if (kind === 'string' || kind === 'symbol') return pattern.expression.test(textOf(found));
  return found instanceof BSONRegExp && found.pattern === pattern.source && found.options === pattern.options;
}

function hasElement(found: unknown, condition: Condition, documentsOnly: boolean): boolean {
  if (!Array.isArray(found)) return false;
  return found.some((element: unknown) => {
    if (documentsOnly && Array.isArray(element)) return matches(condition, asDocument(element));
    return (!documentsOnly || isDocument(element)) && matches(condition, element);
  });
}

/** An array inside an array counts as a document whose fields are its places. */
function asDocument(elements: readonly unknown[]): { [field: string]: unknown } {
  return Object.fromEntries(elements.entries());
}

import { StoreError, notServed } from '../errors.ts';
import { matches } from '../query/matches.ts';
import { documentKeys } from '../query/index-keys.ts';
import { isOperatorDocument, parseFilter } from '../query/parse-filter.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { areEqual, compareValues } from '../values/compare.ts';
import { isDocument, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';

/** What a field holds, where an array is wanted: its own array or a new one. @throws BadValue when it is something else. */
export function arrayAt(operator: string, name: string, there: unknown): unknown[] {
  if (there === undefined) return [];
  if (Array.isArray(there)) return Array.from<unknown>(there);
  throw new StoreError(
    'BadValue',
    `The field '${name}' must be an array but is of type ${kindOf(there)} (${operator})`,
  );
}

/** `$push`: one value, or `$each` with `$position`, `$sort` and `$slice`. */
export function push(elements: unknown[], operand: unknown): unknown[] {
  if (!isDocument(operand) || !('$each' in operand)) return [...elements, operand];
  const unknownModifier = Object.keys(operand).find(
    (name) => !['$each', '$position', '$sort', '$slice'].includes(name),
  );
  if (unknownModifier !== undefined)
    throw new StoreError('BadValue', `Unrecognized clause in $push: ${unknownModifier}`);
  const position = optionalInteger(operand, '$position') ?? elements.length;
  const slice = optionalInteger(operand, '$slice');
  const result = elements.toSpliced(position, 0, ...each('$push', operand));
  if ('$sort' in operand) sortElements(result, operand['$sort']);
  if (slice === undefined) return result;
  return slice < 0 ? result.slice(slice) : result.slice(0, slice);
}

/** `$addToSet`: adds what is not there yet. */
export function addToSet(elements: unknown[], operand: unknown): unknown[] {
  const additions = isDocument(operand) && '$each' in operand ? each('$addToSet', operand) : [operand];
  const result = [...elements];
  for (const value of additions) if (!result.some((there) => areEqual(there, value))) result.push(value);
  return result;
}

/** `$pull`: takes out what equals the value or meets the conditions. */
export function pull(elements: unknown[], operand: unknown): unknown[] {
  if (isOperatorDocument(operand)) {
    const condition = parseFilter({ value: operand });
    return elements.filter((element) => !matches(condition, { value: element }));
  }
  if (isDocument(operand)) {
    const condition = parseFilter(operand);
    return elements.filter((element) => !isDocument(element) || !matches(condition, element));
  }
  const condition = parseFilter({ value: operand });
  if (condition.kind === 'pattern') return elements.filter((element) => !matches(condition, { value: element }));
  return elements.filter((element) => !areEqual(element, operand));
}

/** `$pullAll`: takes out whatever equals one of the values. */
export function pullAll(elements: unknown[], operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', '$pullAll requires an array argument');
  return elements.filter((element) => !operand.some((value) => areEqual(element, value)));
}

/** `$pop`: takes out the last element (1) or the first (-1). */
export function pop(elements: unknown[], operand: unknown): unknown[] {
  const end = toInteger(operand);
  if (end !== 1 && end !== -1) throw new StoreError('FailedToParse', '$pop expects 1 or -1');
  return end === 1 ? elements.slice(0, -1) : elements.slice(1);
}

function each(operator: string, operand: BsonDocument): unknown[] {
  const values = operand['$each'];
  if (!Array.isArray(values))
    throw new StoreError(
      'BadValue',
      `The argument to $each in ${operator} must be an array but it was of type ${kindOf(values)}`,
    );
  if (operator === '$addToSet' && Object.keys(operand).length > 1)
    throw new StoreError('BadValue', `Found unexpected fields after $each in $addToSet`);
  return values;
}

function optionalInteger(operand: BsonDocument, name: string): number | undefined {
  if (!(name in operand)) return undefined;
  const value = toInteger(operand[name]);
  if (value === undefined) throw new StoreError('BadValue', `The value for ${name} must be a whole number`);
  return value;
}

function sortElements(elements: unknown[], order: unknown): void {
  if (!isDocument(order)) {
    const direction = toInteger(order);
    if (direction !== 1 && direction !== -1) throw notServed('a $sort in $push other than 1, -1 or a document');
    elements.sort((left, right) => direction * compareValues(left, right));
    return;
  }
  const pattern = parseSort(order);
  const keyOf = (element: unknown): Buffer =>
    documentKeys(pattern, isDocument(element) ? element : {}).keys[0] ?? Buffer.alloc(0);
  elements.sort((left, right) => Buffer.compare(keyOf(left), keyOf(right)));
}

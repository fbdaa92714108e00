import { BSONRegExp } from 'bson';

import { parseExpression } from '../aggregate/expression.ts';
import { isTrue } from '../aggregate/truth.ts';
import { StoreError, notServed } from '../errors.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';
import type { Comparison, Condition } from './condition.ts';
import { patternOf, safePattern } from './pattern.ts';
import type { SafePattern } from './pattern.ts';
import { toPath } from './path.ts';
import type { FieldPath } from './path.ts';
import { typeNames } from './type-names.ts';

const knownElsewhere = new Set(
  ['$where', '$text', '$jsonSchema', '$mod', '$geoWithin', '$geoIntersects', '$near', '$nearSphere'].concat([
    '$bitsAllSet',
    '$bitsAnySet',
    '$bitsAllClear',
    '$bitsAnyClear',
    '$sampleRate',
  ]),
);

/** Parses a filter into a condition; an operator that is not served is refused by its name, a wrong operand says what is wrong. */
export function parseFilter(filter: BsonDocument): Condition {
  const conditions: Condition[] = [];
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$comment') continue;
    if (name === '$expr') conditions.push(computed(operand));
    else if (name.startsWith('$')) conditions.push(parseLogical(name, operand));
    else conditions.push(...parseField(toPath(name), operand));
  }
  return allOf(conditions);
}

function parseLogical(name: string, operand: unknown): Condition {
  if (name !== '$and' && name !== '$or' && name !== '$nor') {
    if (knownElsewhere.has(name)) throw notServed(`query operator ${name}`);
    throw new StoreError('BadValue', `unknown top level operator: ${name}`);
  }
  if (!Array.isArray(operand) || operand.length === 0)
    throw new StoreError('BadValue', `${name} must be a nonempty array`);
  const of = operand.map((entry: unknown) => {
    if (!isDocument(entry)) throw new StoreError('BadValue', `${name} argument's entries must be objects`);
    return parseFilter(entry);
  });
  if (name === '$and') return allOf(of);
  return { kind: name === '$or' ? 'any' : 'none', of };
}

function computed(expression: unknown): Condition {
  const compute = parseExpression(expression);
  return { kind: 'computed', holds: (root) => isTrue(compute({ root, variables: {} })) };
}

function parseField(path: FieldPath, operand: unknown): Condition[] {
  if (operand instanceof BSONRegExp) return [{ kind: 'pattern', path, pattern: patternOf(operand) }];
  if (!isOperatorDocument(operand)) return [{ kind: 'compare', path, comparison: '$eq', value: operand }];
  return parseOperators(path, operand);
}

/** Whether an operand is a document of operators, as `{$gt: 5}`. */
export function isOperatorDocument(operand: unknown): operand is BsonDocument {
  return isDocument(operand) && (Object.keys(operand)[0]?.startsWith('$') ?? false);
}

function parseOperators(path: FieldPath, operators: BsonDocument): Condition[] {
  if ('$options' in operators && !('$regex' in operators)) throw new StoreError('BadValue', '$options needs a $regex');
  return Object.entries(operators).flatMap(([name, operand]) => {
    if (name === '$options') return [];
    if (name === '$regex')
      return [{ kind: 'pattern' as const, path, pattern: regexOf(operand, operators['$options']) }];
    const parse = operatorParsers[name];
    if (parse !== undefined) return [parse(path, operand)];
    if (knownElsewhere.has(name)) throw notServed(`query operator ${name}`);
    throw new StoreError('BadValue', `unknown operator: ${name}`);
  });
}

const operatorParsers: Record<string, (path: FieldPath, operand: unknown) => Condition> = {
  $eq: comparing('$eq'),
  $gt: comparing('$gt'),
  $gte: comparing('$gte'),
  $lt: comparing('$lt'),
  $lte: comparing('$lte'),
  $ne: (path, operand) => not(comparing('$eq')(path, operand)),
  $in: (path, operand) => inCondition('$in', path, operand),
  $nin: (path, operand) => not(inCondition('$nin', path, operand)),
  $not: parseNot,
  $exists: (path, operand) => (isTruthy(operand) ? { kind: 'exists', path } : not({ kind: 'exists', path })),
  $size: parseSize,
  $type: (path, operand) => ({ kind: 'type', path, names: typeNames(operand) }),
  $all: parseAll,
  $elemMatch: parseElementMatch,
};

function comparing(comparison: Comparison): (path: FieldPath, operand: unknown) => Condition {
  return (path, value) => {
    if (value instanceof BSONRegExp && comparison !== '$eq') {
      throw new StoreError('BadValue', `Can't have RegEx as arg to predicate over field '${path.join('.')}'.`);
    }
    return { kind: 'compare', path, comparison, value };
  };
}

function inCondition(name: string, path: FieldPath, operand: unknown): Condition {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', `${name} needs an array`);
  if (operand.some(isOperatorDocument)) throw new StoreError('BadValue', `cannot nest $ under ${name}`);
  const patterns: SafePattern[] = operand.filter((value) => value instanceof BSONRegExp).map(patternOf);
  return { kind: 'in', path, values: operand.filter((value) => !(value instanceof BSONRegExp)), patterns };
}

function parseNot(path: FieldPath, operand: unknown): Condition {
  if (operand instanceof BSONRegExp) return not({ kind: 'pattern', path, pattern: patternOf(operand) });
  if (!isOperatorDocument(operand)) throw new StoreError('BadValue', '$not needs a regex or a document of operators');
  return not(allOf(parseOperators(path, operand)));
}

function parseSize(path: FieldPath, operand: unknown): Condition {
  const size = toInteger(operand);
  if (size === undefined || size < 0)
    throw new StoreError('BadValue', `Failed to parse $size. Expected a non-negative whole number`);
  return { kind: 'size', path, size };
}

function parseAll(path: FieldPath, operand: unknown): Condition {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', '$all needs an array');
  if (operand.length === 0) return { kind: 'any', of: [] };
  return allOf(
    operand.map((value: unknown) => {
      if (isOperatorDocument(value) && '$elemMatch' in value) return parseElementMatch(path, value['$elemMatch']);
      if (isOperatorDocument(value)) throw new StoreError('BadValue', 'no $ expressions in $all');
      return allOf(parseField(path, value));
    }),
  );
}

function parseElementMatch(path: FieldPath, operand: unknown): Condition {
  if (!isDocument(operand)) throw new StoreError('BadValue', '$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  const isAboutValues = first.startsWith('$') && !['$and', '$or', '$nor', '$where', '$comment'].includes(first);
  if (isAboutValues) return { kind: 'elementValue', path, condition: allOf(parseOperators([], operand)) };
  return { kind: 'elementDocument', path, condition: parseFilter(operand) };
}

function regexOf(operand: unknown, options: unknown): SafePattern {
  const given = typeof options === 'string' ? options : undefined;
  if (operand instanceof BSONRegExp) return safePattern(operand.pattern, given ?? operand.options);
  if (typeof operand !== 'string') throw new StoreError('BadValue', '$regex has to be a string');
  return safePattern(operand, given ?? '');
}

function isTruthy(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  return value !== null && value !== undefined && toDouble(value) !== 0;
}

function not(condition: Condition): Condition {
  return { kind: 'none', of: [condition] };
}

function allOf(conditions: Condition[]): Condition {
  const [first] = conditions;
  return conditions.length === 1 && first !== undefined ? first : { kind: 'all', of: conditions };
}

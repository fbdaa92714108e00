import { StoreError, notServed } from '../errors.ts';
import { fieldOf, isDocument, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';
import type { Condition } from './condition.ts';
import { matches } from './matches.ts';
import { parseFilter } from './parse-filter.ts';

/** What is done with one field of a document. */
type Rule =
  | { kind: 'keep' }
  | { kind: 'drop' }
  | { kind: 'slice'; skip: number; limit: number }
  | { kind: 'element'; condition: Condition }
  | { kind: 'fields'; fields: Map<string, Rule> };

/** A parsed projection: inclusive ones keep what they name, the others drop it. */
export type Projection = { inclusive: boolean; fields: Map<string, Rule> };

/** Reads a projection; undefined when it changes nothing. Expressions, `$` and `$meta` are refused by name. */
export function parseProjection(projection: unknown): Projection | undefined {
  if (projection === undefined || projection === null) return undefined;
  if (!isDocument(projection)) throw new StoreError('TypeMismatch', 'projection must be a document');
  const entries = flattened(projection, '');
  if (entries.length === 0) return undefined;
  const rules = entries.map(([name, value]) => ({ name, rule: ruleOf(name, value) }));
  const deciding = rules.filter(({ name, rule }) => name !== '_id' && (rule.kind === 'keep' || rule.kind === 'drop'));
  const keeps = deciding.filter(({ rule }) => rule.kind === 'keep');
  const drops = deciding.filter(({ rule }) => rule.kind === 'drop');
  if (keeps.length > 0 && drops.length > 0) {
    throw new StoreError('BadValue', `Cannot do exclusion on field ${drops[0]?.name ?? ''} in inclusion projection`);
  }
  const id = rules.find(({ name }) => name === '_id');
  const hasElements = rules.some(({ rule }) => rule.kind === 'element');
  const inclusive = keeps.length > 0 || (drops.length === 0 && (hasElements || id?.rule.kind === 'keep'));
  const fields = new Map<string, Rule>();
  if (inclusive && id === undefined) fields.set('_id', { kind: 'keep' });
  for (const { name, rule } of rules) place(fields, name.split('.'), rule, name);
  return { inclusive, fields };
}

/** A new document with what the projection leaves of this one. */
export function project(projection: Projection, document: BsonDocument): BsonDocument {
  return projectDocument(projection.fields, projection.inclusive, document);
}

function flattened(projection: BsonDocument, prefix: string): [string, unknown][] {
  return Object.entries(projection).flatMap(([name, value]): [string, unknown][] => {
    const path = `${prefix}${name}`;
    if (isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$'))
      return flattened(value, `${path}.`);
    return [[path, value]];
  });
}

function ruleOf(name: string, value: unknown): Rule {
  if (name.startsWith('$') || name.split('.').some((part) => part.startsWith('$')))
    throw notServed(`the projection '${name}'`);
  if (isDocument(value)) return operatorRule(name, value);
  if (typeof value === 'boolean') return { kind: value ? 'keep' : 'drop' };
  const number = toDouble(value);
  if (Number.isNaN(number)) throw notServed(`an expression in the projection of '${name}'`);
  return { kind: number === 0 ? 'drop' : 'keep' };
}

function operatorRule(name: string, operators: BsonDocument): Rule {
  const [operator = '', operand] = Object.entries(operators)[0] ?? [];
  if (operator === '$slice') return sliceRule(operand);
  if (operator !== '$elemMatch') throw notServed(`${operator || 'an empty document'} in the projection of '${name}'`);
  if (!isDocument(operand)) throw new StoreError('BadValue', '$elemMatch needs an Object');
  const condition = parseFilter({ array: { $elemMatch: operand } });
  if (condition.kind !== 'elementDocument' && condition.kind !== 'elementValue')
    throw new StoreError('BadValue', '$elemMatch needs a filter');
  return { kind: 'element', condition };
}

function sliceRule(operand: unknown): Rule {
  const [first, second] = Array.isArray(operand) ? operand.map(toInteger) : [toInteger(operand)];
  const isPair = Array.isArray(operand);
  if (first === undefined || (isPair && (second === undefined || second <= 0 || operand.length !== 2))) {
    throw new StoreError('BadValue', '$slice takes a whole number, or an array of a whole number and a positive one');
  }
  if (isPair) return { kind: 'slice', skip: first, limit: second ?? 0 };
  return first < 0 ? { kind: 'slice', skip: first, limit: -first } : { kind: 'slice', skip: 0, limit: first };
}

function place(fields: Map<string, Rule>, [part = '', ...rest]: string[], rule: Rule, name: string): void {
  const there = fields.get(part);
  if (rest.length === 0) {
    if (there !== undefined && name !== '_id') throw new StoreError('BadValue', `Path collision at ${name}`);
    fields.set(part, rule);
    return;
  }
  if (there !== undefined && there.kind !== 'fields') throw new StoreError('BadValue', `Path collision at ${name}`);
  const inner: Rule = there ?? { kind: 'fields', fields: new Map() };
  fields.set(part, inner);
  place(inner.fields, rest, rule, name);
}

function projectDocument(fields: Map<string, Rule>, inclusive: boolean, document: BsonDocument): BsonDocument {
  const result: BsonDocument = {};
  for (const name of Object.keys(document)) {
    const rule = fields.get(name);
    const value = fieldOf(document, name);
    const projected = rule === undefined ? (inclusive ? undefined : value) : apply(rule, inclusive, value);
    if (projected !== undefined) setField(result, name, projected);
  }
  return result;
}

function apply(rule: Rule, inclusive: boolean, value: unknown): unknown {
  switch (rule.kind) {
    case 'keep':
      return value;
    case 'drop':
      return undefined;
    case 'slice':
      return Array.isArray(value) ? sliced(value, rule.skip, rule.limit) : value;
    case 'element':
      return firstElement(value, rule.condition);
    case 'fields':
      return inFields(rule.fields, inclusive, value);
    default:
      return rule satisfies never;
  }
}

function inFields(fields: Map<string, Rule>, inclusive: boolean, value: unknown): unknown {
  if (isDocument(value)) return projectDocument(fields, inclusive, value);
  if (Array.isArray(value))
    return value.map((element: unknown) => inFields(fields, inclusive, element)).filter((one) => one !== undefined);
  return inclusive ? undefined : value;
}

function sliced(elements: readonly unknown[], skip: number, limit: number): unknown[] {
  const start = skip < 0 ? Math.max(elements.length + skip, 0) : skip;
  return elements.slice(start, start + limit);
}

function firstElement(value: unknown, condition: Condition): unknown {
  if (!Array.isArray(value)) return undefined;
  const found = value.findIndex((element: unknown) => matches(condition, { array: [element] }));
  return found < 0 ? undefined : [value[found]];
}

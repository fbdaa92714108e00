import { StoreError } from '../errors.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import type { Compute, Form, Scope } from './expression.ts';
import { isNothing, isTrue } from './truth.ts';

/** The operators that compute only some of their parts, or compute them with variables of their own. */
export const logicForms: Readonly<Record<string, Form>> = {
  $literal: (operand) => () => operand,
  $and: (operand, parse) => {
    const parts = listOf(operand).map(parse);
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand, parse) => {
    const parts = listOf(operand).map(parse);
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $cond: (operand, parse) => {
    const [condition, then, otherwise] = (
      Array.isArray(operand) ? threeOf(operand) : Object.values(named('$cond', operand, ['if', 'then', 'else']))
    ).map(parse);
    return (scope) => (isTrue(condition?.(scope)) ? then?.(scope) : otherwise?.(scope));
  },
  $ifNull: (operand, parse) => {
    const parts = listOf(operand).map(parse);
    if (parts.length < 2) throw new StoreError('BadValue', '$ifNull needs at least two arguments');
    return (scope) => firstThere(parts, scope);
  },
  $switch: (operand, parse) => {
    const { branches, default: otherwise } = named('$switch', operand, ['branches'], ['default']);
    if (!Array.isArray(branches) || branches.length === 0)
      throw new StoreError('BadValue', '$switch requires at least one branch.');
    const parsed = branches.map((branch: unknown) => {
      const { case: condition, then } = named('$switch branch', branch, ['case', 'then']);
      return { condition: parse(condition), result: parse(then) };
    });
    const fallback = otherwise === undefined ? undefined : parse(otherwise);
    return (scope) => {
      const met = parsed.find(({ condition }) => isTrue(condition(scope)));
      if (met !== undefined) return met.result(scope);
      if (fallback === undefined)
        throw new StoreError(
          'BadValue',
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      return fallback(scope);
    };
  },
  $let: (operand, parse) => {
    const { vars, in: inner } = named('$let', operand, ['vars', 'in']);
    const parsed = Object.entries(isDocument(vars) ? vars : {}).map(([name, part]) => [name, parse(part)] as const);
    const body = parse(inner);
    return (scope) => body(withVariables(scope, Object.fromEntries(parsed.map(([name, part]) => [name, part(scope)]))));
  },
  $map: (operand, parse) => {
    const { input, as = 'this', in: inner } = named('$map', operand, ['input', 'in'], ['as']);
    const [list, body] = [parse(input), parse(inner)];
    return overArray('$map', list, (elements, scope) =>
      elements.map((element) => body(withVariables(scope, { [String(as)]: element })) ?? null),
    );
  },
  $filter: (operand, parse) => {
    const { input, as = 'this', cond } = named('$filter', operand, ['input', 'cond'], ['as']);
    const [list, condition] = [parse(input), parse(cond)];
    return overArray('$filter', list, (elements, scope) =>
      elements.filter((element) => isTrue(condition(withVariables(scope, { [String(as)]: element })))),
    );
  },
  $reduce: (operand, parse) => {
    const { input, initialValue, in: inner } = named('$reduce', operand, ['input', 'initialValue', 'in']);
    const [list, start, body] = [parse(input), parse(initialValue), parse(inner)];
    return overArray('$reduce', list, (elements, scope) =>
      elements.reduce<unknown>((value, element) => body(withVariables(scope, { value, this: element })), start(scope)),
    );
  },
};

function overArray(name: string, list: Compute, work: (elements: unknown[], scope: Scope) => unknown): Compute {
  return (scope) => {
    const elements = list(scope);
    if (isNothing(elements)) return null;
    if (!Array.isArray(elements)) throw new StoreError('BadValue', `input to ${name} must be an array`);
    return work(elements, scope);
  };
}

function withVariables(scope: Scope, variables: Record<string, unknown>): Scope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}

function firstThere(parts: readonly Compute[], scope: Scope): unknown {
  let value: unknown;
  for (const part of parts) {
    value = part(scope);
    if (!isNothing(value)) return value;
  }
  return value;
}

function listOf(operand: unknown): unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

function threeOf(operand: unknown[]): unknown[] {
  if (operand.length !== 3) throw new StoreError('BadValue', 'Expression $cond takes exactly 3 arguments');
  return operand;
}

/** The named parts of an operand, the demanded ones first in their order. */
function named(
  name: string,
  operand: unknown,
  demanded: readonly string[],
  optional: readonly string[] = [],
): BsonDocument {
  if (!isDocument(operand)) throw new StoreError('BadValue', `${name} only supports an object as an argument`);
  const missing = demanded.find((part) => !Object.hasOwn(operand, part));
  if (missing !== undefined) throw new StoreError('BadValue', `Missing '${missing}' parameter to ${name}`);
  const other = Object.keys(operand).find((part) => !demanded.includes(part) && !optional.includes(part));
  if (other !== undefined) throw new StoreError('BadValue', `Unrecognized parameter to ${name}: ${other}`);
  return Object.fromEntries(
    [...demanded, ...optional].flatMap((part) => (Object.hasOwn(operand, part) ? [[part, operand[part]]] : [])),
  );
}

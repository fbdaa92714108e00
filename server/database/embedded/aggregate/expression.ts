import { StoreError, notServed } from '../errors.ts';
import { toPath } from '../query/path.ts';
import type { FieldPath } from '../query/path.ts';
import { fieldOf, isDocument, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { arrayFunctions } from './array-functions.ts';
import { dateFunctions } from './date-functions.ts';
import { logicForms } from './logic-forms.ts';
import { numberFunctions } from './number-functions.ts';
import { textFunctions } from './text-functions.ts';
import { typeFunctions } from './type-functions.ts';
import { valueFunctions } from './value-functions.ts';

/** What an expression is computed in: the document, and the variables of the forms around it. */
export type Scope = { root: BsonDocument; variables: Readonly<Record<string, unknown>> };

/** A parsed expression. It gives undefined where nothing is there, which is not null. */
export type Compute = (scope: Scope) => unknown;

/** An operator that gets all its operands computed. A single operand that is no array counts as an array of one. */
export type PlainFunction = (operands: readonly unknown[]) => unknown;

/** An operator whose operand is a document of named arguments, each computed. */
export type NamedFunction = {
  names: readonly string[];
  compute: (operands: Readonly<Record<string, unknown>>) => unknown;
};

/** An operator that decides itself which of its parts are computed, and in which scope. */
export type Form = (operand: unknown, parse: (expression: unknown) => Compute) => Compute;

const plainFunctions: Readonly<
  Record<string, { arity: readonly [least: number, most: number]; compute: PlainFunction }>
> = {
  ...valueFunctions,
  ...numberFunctions,
  ...textFunctions,
  ...arrayFunctions,
  ...typeFunctions,
};

/** The names of all expression operators that are served. */
export const expressionOperators: readonly string[] = [
  ...Object.keys(plainFunctions),
  ...Object.keys(dateFunctions),
  ...Object.keys(logicForms),
].sort();

/** Reads an expression. An operator that is not served is refused by its name before anything is computed. */
export function parseExpression(expression: unknown): Compute {
  if (typeof expression === 'string' && expression.startsWith('$$')) return variable(expression.slice(2));
  if (typeof expression === 'string' && expression.startsWith('$')) {
    const path = toPath(expression.slice(1));
    return ({ root }) => valueAt(root, path);
  }
  if (Array.isArray(expression)) {
    const elements = expression.map(parseExpression);
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [name, ...others] = Object.keys(expression);
  if (name?.startsWith('$') !== true) return documentOf(expression);
  if (others.length > 0)
    throw new StoreError(
      'BadValue',
      `an object representing an expression must have exactly one field, not '${name}' and '${others[0] ?? ''}'`,
    );
  return operation(name, expression[name]);
}

function operation(name: string, operand: unknown): Compute {
  const form = own(logicForms, name);
  if (form !== undefined) return form(operand, parseExpression);
  const dated = own(dateFunctions, name);
  if (dated !== undefined) return namedOperation(name, dated, operand);
  const plain = own(plainFunctions, name);
  if (plain === undefined) throw notServed(`expression ${name}`);
  const operands = (Array.isArray(operand) ? operand : [operand]).map(parseExpression);
  const [least, most] = plain.arity;
  if (operands.length < least || operands.length > most)
    throw new StoreError(
      'BadValue',
      `Expression ${name} takes ${least === most ? least : `${least} to ${most}`} arguments`,
    );
  return (scope) => plain.compute(operands.map((each) => each(scope)));
}

/** Dates may be given alone, as `{$year: '$at'}`, or by name, as `{$year: {date: '$at', timezone: 'UTC'}}`. */
function namedOperation(name: string, { names, compute }: NamedFunction, operand: unknown): Compute {
  const isByName = isDocument(operand) && !(Object.keys(operand)[0]?.startsWith('$') ?? false);
  const alone: unknown = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
  const given = isByName ? operand : { [names[0] ?? '']: alone };
  const unknownName = Object.keys(given).find((each) => !names.includes(each));
  if (unknownName !== undefined) throw new StoreError('BadValue', `Unrecognized argument to ${name}: ${unknownName}`);
  const parsed = Object.entries(given).map(([each, expression]) => [each, parseExpression(expression)] as const);
  return (scope) => compute(Object.fromEntries(parsed.map(([each, part]) => [each, part(scope)])));
}

function documentOf(expression: BsonDocument): Compute {
  const fields = Object.entries(expression).map(([name, part]) => [name, parseExpression(part)] as const);
  return (scope) => {
    const result: BsonDocument = {};
    for (const [name, part] of fields) {
      const value = part(scope);
      if (value !== undefined) setField(result, name, value);
    }
    return result;
  };
}

function variable(text: string): Compute {
  const [name = '', ...path] = toPath(text);
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => valueAt(root, path);
  if (name === 'REMOVE') return () => undefined;
  if (/^[A-Z]/.test(name)) throw notServed(`the variable $$${name}`);
  return ({ variables }) => {
    if (!Object.hasOwn(variables, name)) throw new StoreError('BadValue', `Use of undefined variable: ${name}`);
    return valueAt(variables[name], path);
  };
}

/** The value at a path; through an array it is the array of what its documents have there. */
function valueAt(value: unknown, path: FieldPath): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(value))
    return value.map((element: unknown) => valueAt(element, path)).filter((found) => found !== undefined);
  return isDocument(value) ? valueAt(fieldOf(value, part), rest) : undefined;
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

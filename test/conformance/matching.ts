import { EJSON } from 'bson';
import { Binary, Double, Int32, Long, ObjectId } from 'mongodb';
import type { Document } from 'mongodb';

/** A difference between what a case expects and what came; the message says where. */
export class Mismatch extends Error {}

/** Whether a value is a document that can be looked into. */
export function isPlainDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * Compares by the rules of the unified test format: numbers by value, documents exactly, except that at the root (`isRoot`) the actual one
 * may have more fields. `$$exists`, `$$type`, `$$unsetOrMatches` and `$$matchesEntity` are served. @throws Mismatch
 */
export function matchValue(expected: unknown, given: unknown, where: string, isRoot = true): void {
  // The driver holds a sort as a map, which it sends as a document.
  const actual: unknown = given instanceof Map ? Object.fromEntries(given) : given;
  const special = isPlainDocument(expected) ? Object.keys(expected)[0] : undefined;
  if (isPlainDocument(expected) && special?.startsWith('$$') === true)
    matchSpecial(special, expected[special], actual, where);
  else if (Array.isArray(expected)) matchArray(expected, actual, where, isRoot);
  else if (isPlainDocument(expected)) matchDocument(expected, actual, where, isRoot);
  else if (!isSameScalar(expected, actual))
    throw new Mismatch(`${where}: expected ${shown(expected)}, got ${shown(actual)}`);
}

function matchArray(expected: readonly unknown[], actual: unknown, where: string, isRoot: boolean): void {
  if (!Array.isArray(actual) || actual.length !== expected.length)
    throw new Mismatch(`${where}: expected ${shown(expected)}, got ${shown(actual)}`);
  // Documents in the array of a result are roots themselves: a found document is compared exactly by the case's own text.
  for (const [place, element] of expected.entries()) matchValue(element, actual[place], `${where}[${place}]`, isRoot);
}

function matchDocument(expected: Document, actual: unknown, where: string, isRoot: boolean): void {
  if (!isPlainDocument(actual)) throw new Mismatch(`${where}: expected ${shown(expected)}, got ${shown(actual)}`);
  for (const [name, value] of Object.entries(expected)) {
    if (actual[name] === undefined && !isPlainDocument(value)) throw new Mismatch(`${where}.${name}: is missing`);
    matchValue(value, actual[name], `${where}.${name}`, false);
  }
  const extra = Object.keys(actual).find((name) => !(name in expected) && actual[name] !== undefined);
  if (!isRoot && extra !== undefined) throw new Mismatch(`${where}.${extra}: was not expected`);
}

function matchSpecial(name: string, operand: unknown, actual: unknown, where: string): void {
  if (name === '$$exists') {
    if ((actual !== undefined) !== operand)
      throw new Mismatch(
        `${where}: expected ${operand === true ? 'to be there' : 'not to be there'}, got ${shown(actual)}`,
      );
  } else if (name === '$$unsetOrMatches') {
    if (actual !== undefined && actual !== null) matchValue(operand, actual, where);
  } else if (name === '$$type') {
    const types: unknown[] = Array.isArray(operand) ? operand : [operand];
    if (!types.some((type) => isOfType(String(type), actual)))
      throw new Mismatch(`${where}: expected the type ${types.map(String).join(' or ')}, got ${shown(actual)}`);
  } else throw new Mismatch(`${where}: the runner does not know ${name}`);
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'int':
    case 'long':
      return value instanceof Int32 || value instanceof Long || Number.isInteger(value);
    case 'double':
      return value instanceof Double || typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'object':
      return isPlainDocument(value);
    case 'array':
      return Array.isArray(value);
    case 'binData':
      return value instanceof Binary;
    case 'objectId':
      return value instanceof ObjectId;
    case 'bool':
      return typeof value === 'boolean';
    case 'date':
      return value instanceof Date;
    default:
      return false;
  }
}

function isSameScalar(expected: unknown, actual: unknown): boolean {
  return shown(expected) === shown(actual) && (expected === undefined) === (actual === undefined);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : EJSON.stringify(value, { relaxed: true });
}

import { StoreError } from '../errors.ts';
import { toInteger } from '../values/numbers.ts';

const nameByNumber: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  14: 'symbol',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const names = new Set(Object.values(nameByNumber));

/** The names that the operand of `$type` stands for: a name, a number, `number` for all four, or an array of them. */
export function typeNames(operand: unknown): ReadonlySet<string> {
  const wanted = Array.isArray(operand) ? operand : [operand];
  if (wanted.length === 0) throw new StoreError('FailedToParse', '$type must match at least one type');
  return new Set(wanted.flatMap(namesOf));
}

function namesOf(operand: unknown): string[] {
  if (operand === 'number') return ['int', 'long', 'double', 'decimal'];
  if (typeof operand === 'string') {
    if (!names.has(operand)) throw new StoreError('BadValue', `Unknown type name alias: ${operand}`);
    return [operand];
  }
  const name = nameByNumber[toInteger(operand) ?? Number.NaN];
  if (name === undefined) throw new StoreError('BadValue', `Invalid numerical type code: ${String(operand)}`);
  return [name];
}

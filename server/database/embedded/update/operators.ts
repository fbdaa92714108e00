import { Int32, Long, Timestamp } from 'bson';

import { StoreError } from '../errors.ts';
import type { FieldPath } from '../query/path.ts';
import { compareValues } from '../values/compare.ts';
import { isDocument, isNumericKind, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { combine } from './arithmetic.ts';
import { addToSet, arrayAt, pop, pull, pullAll, push } from './array-operators.ts';
import type { Positions } from './positional.ts';
import { parseUpdatePath, read, remove, write } from './update-path.ts';

/** What a change is applied in. */
export type ChangeMoment = { now: Date; isInsert: boolean } & Positions;

/** One operator on one path. It changes the document in place. */
export type Change = { path: FieldPath; name: string; apply(document: BsonDocument, moment: ChangeMoment): void };

type MakeApply = (path: FieldPath, name: string, operand: unknown) => Change['apply'];

/** The update operators that are served, by name. */
export const updateOperators: Readonly<Record<string, MakeApply>> = {
  $set: (path, _name, operand) => (document) => write(document, path, operand),
  $setOnInsert: (path, _name, operand) => (document, moment) => {
    if (moment.isInsert) write(document, path, operand);
  },
  $unset: (path) => (document) => remove(document, path),
  $inc: arithmetic('$inc'),
  $mul: arithmetic('$mul'),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
  $rename: rename,
  $push: onArray('$push', push),
  $addToSet: onArray('$addToSet', addToSet),
  $pull: onArray('$pull', pull),
  $pullAll: onArray('$pullAll', pullAll),
  $pop: onArray('$pop', pop),
};

function arithmetic(operator: '$inc' | '$mul'): MakeApply {
  return (path, name, operand) => {
    if (!isNumericKind(kindOf(operand))) {
      throw new StoreError(
        'TypeMismatch',
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${name}: ${kindOf(operand)}}`,
      );
    }
    return (document) => {
      const there = read(document, path);
      if (there !== undefined && !isNumericKind(kindOf(there))) {
        throw new StoreError(
          'TypeMismatch',
          `Cannot apply ${operator} to a value of non-numeric type. The document has the field '${name}' of non-numeric type ${kindOf(there)}`,
        );
      }
      const result = there === undefined ? startOf(operator, operand) : combine(operator, there, operand);
      write(document, path, result);
    };
  };
}

function startOf(operator: '$inc' | '$mul', operand: unknown): unknown {
  if (operator === '$inc') return operand;
  return combine('$mul', operand instanceof Long ? Long.ZERO : new Int32(0), operand);
}

function extreme(sign: 1 | -1): MakeApply {
  return (path, _name, operand) => (document) => {
    const there = read(document, path);
    if (there === undefined || Math.sign(compareValues(operand, there)) === sign) write(document, path, operand);
  };
}

function currentDate(path: FieldPath, name: string, operand: unknown): Change['apply'] {
  const type = isDocument(operand) ? operand['$type'] : operand === true || operand === false ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp')
    throw new StoreError('BadValue', `$currentDate of '${name}' takes true, {$type: 'date'} or {$type: 'timestamp'}`);
  return (document, { now }) => {
    const value = type === 'date' ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
    write(document, path, value);
  };
}

function rename(path: FieldPath, name: string, operand: unknown): Change['apply'] {
  if (typeof operand !== 'string')
    throw new StoreError('BadValue', `The 'to' field for $rename must be a string: ${name}`);
  const target = parseUpdatePath(operand);
  return (document) => {
    const value = read(document, path);
    if (value === undefined) return;
    remove(document, path);
    write(document, target, value);
  };
}

function onArray(operator: string, change: (elements: unknown[], operand: unknown) => unknown[]): MakeApply {
  return (path, name, operand) => {
    if (operator !== '$push' && operator !== '$addToSet') change([], operand);
    return (document) => {
      const there = read(document, path);
      const isTaking = operator === '$pull' || operator === '$pullAll' || operator === '$pop';
      if (there === undefined && isTaking) return;
      write(document, path, change(arrayAt(operator, name, there), operand));
    };
  };
}

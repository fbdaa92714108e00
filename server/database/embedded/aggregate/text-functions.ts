import { Int32 } from 'bson';

import { StoreError } from '../errors.ts';
import { textOf } from '../values/compare.ts';
import { kindOf } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import type { PlainFunction } from './expression.ts';
import { isNothing } from './truth.ts';
import { toText } from './type-functions.ts';

type Table = Readonly<Record<string, { arity: readonly [number, number]; compute: PlainFunction }>>;

/** Functions of text. Lengths and places count code points. */
export const textFunctions: Table = {
  $concat: {
    arity: [0, Infinity],
    compute: (operands) => (operands.some(isNothing) ? null : operands.map((each) => text('$concat', each)).join('')),
  },
  $toLower: { arity: [1, 1], compute: ([value]) => changeLetters(value, (letter) => letter.toLowerCase()) },
  $toUpper: { arity: [1, 1], compute: ([value]) => changeLetters(value, (letter) => letter.toUpperCase()) },
  $strLenCP: { arity: [1, 1], compute: ([value]) => new Int32([...text('$strLenCP', value)].length) },
  $substrCP: {
    arity: [3, 3],
    compute: ([value, start, length]) => {
      const [from, count] = [toInteger(start), toInteger(length)];
      if (from === undefined || count === undefined || from < 0 || count < 0)
        throw new StoreError('BadValue', '$substrCP: start and length must be non-negative whole numbers');
      return [...(isNothing(value) ? '' : toText(value))].slice(from, from + count).join('');
    },
  },
  $split: {
    arity: [2, 2],
    compute: ([value, separator]) => {
      if (isNothing(value) || isNothing(separator)) return null;
      const by = text('$split', separator);
      if (by === '') throw new StoreError('BadValue', '$split requires a non-empty separator');
      return text('$split', value).split(by);
    },
  },
};

/** MongoDB changes the case of ASCII letters only. */
function changeLetters(value: unknown, change: (letter: string) => string): string {
  return isNothing(value) ? '' : toText(value).replace(/[a-z]/gi, change);
}

function text(name: string, value: unknown): string {
  const kind = kindOf(value);
  if (kind === 'string' || kind === 'symbol') return textOf(value);
  throw new StoreError('TypeMismatch', `${name} only supports strings, not ${kind}`);
}

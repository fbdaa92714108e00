import { compareValues } from '../values/compare.ts';
import { kindOf } from '../values/kinds.ts';

/** MongoDB's order inside expressions, in which a missing value is less than null and not equal to it. */
export function compareComputed(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined) {
    if (left === right) return 0;
    const isMinKey = kindOf(left ?? right) === 'minKey';
    return (left === undefined) === isMinKey ? 1 : -1;
  }
  return compareValues(left, right);
}

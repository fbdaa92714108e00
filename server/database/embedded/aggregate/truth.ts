import { isNumericKind, kindOf } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';

/** What counts as true in an expression: everything but false, zero, null and what is missing. */
export function isTrue(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumericKind(kindOf(value)) || toDouble(value) !== 0;
}

/** Whether there is nothing to compute with. */
export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

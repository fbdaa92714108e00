import { trusted } from 'mongoose';

/** A filter for a field that has one of these values; the values were parsed before, so the operator may pass. */
export function anyOf<Value>(values: readonly Value[]): { $in: Value[] } {
  return trusted({ $in: [...values] });
}

import { trusted } from 'mongoose';

/** A filter for a number that is not below this one; it was made here, so the operator may pass. */
export function atLeast(least: number): { $gte: number } {
  return trusted({ $gte: least });
}

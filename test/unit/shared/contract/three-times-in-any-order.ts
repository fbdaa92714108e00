import type { Chance } from '../../server/database/embedded/random-values.ts';

/** What a bad link makes of a row: everything three times, in any order. */
export function threeTimesInAnyOrder<Value>(values: readonly Value[], chance: Chance): Value[] {
  const left = [...values, ...values, ...values];
  const row: Value[] = [];
  while (left.length > 0) row.push(...left.splice(chance.below(left.length), 1));
  return row;
}

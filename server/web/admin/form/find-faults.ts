import * as v from 'valibot';

/** What a field must be, and what to say when it is not. */
export type FieldRule = readonly [schema: v.GenericSchema<unknown, unknown>, words: string];

/** The fields that do not fit their rule, each with its words. Fields without a rule fit. */
export function findFaults<Key extends string>(
  values: Readonly<Record<Key, unknown>>,
  rules: Readonly<Partial<Record<NoInfer<Key>, FieldRule>>>,
): Partial<Record<Key, string>> {
  const faults: Partial<Record<Key, string>> = {};
  for (const key in values) {
    const rule = rules[key];
    if (rule !== undefined && !v.is(rule[0], values[key])) faults[key] = rule[1];
  }
  return faults;
}

import type { FieldChange } from './chain.ts';

/** What is told of a value: enough to know it, too little to keep a book in the trail. */
const longest = 300;
const mostChanges = 40;
/** Of no interest to anybody, or nobody's business. */
const leftOut = /^(?:id|lastSeenAt|createdAt|serverTime)$|password|secret|token|hash|sealed/i;

/** What differs between two states of a thing, field by field; objects in it by their own fields. `undefined` is nothing. */
export function fieldChanges(before: object | undefined, after: object | undefined): FieldChange[] {
  const [was, is] = [flat(before), flat(after)];
  return (
    [...new Set([...was.keys(), ...is.keys()])]
      .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
      .filter((change) => change.before !== change.after)
      // What a new thing is not says nothing.
      .filter((change) => before !== undefined || change.after !== 'false')
      .slice(0, mostChanges)
  );
}

function flat(thing: object | undefined, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(thing ?? {}) as [string, unknown][]) {
    if (leftOut.test(key)) continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) flat(value, `${prefix}${key}.`, into);
    else if (!isNothing(value)) into.set(`${prefix}${key}`, toText(value));
  }
  return into;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function toText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

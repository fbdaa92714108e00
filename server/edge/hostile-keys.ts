const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 32;

/**
 * Whether a parsed message has a key that could reach an object's prototype, or is nested deeper than any of ours. No
 * message of a contract has such keys, so it is refused before anything looks at it (H-19).
 */
export function hasHostileKeys(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  return Object.entries(value).some(([key, inner]) => forbidden.has(key) || hasHostileKeys(inner, depth + 1));
}

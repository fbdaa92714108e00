import { isDocument, kindOf } from '../values/kinds.ts';

const scalarBytes = 24;

/** About how much memory a value takes, in bytes. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return scalarBytes + 2 * value.length;
  if (value instanceof Uint8Array) return scalarBytes + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + weightOf(each), scalarBytes);
  if (isDocument(value))
    return Object.entries(value).reduce(
      (sum, [name, each]) => sum + scalarBytes + name.length + weightOf(each),
      scalarBytes,
    );
  return kindOf(value) === 'binData' ? 1024 : scalarBytes;
}

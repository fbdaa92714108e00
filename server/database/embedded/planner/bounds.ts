import type { Condition } from '../query/condition.ts';
import type { FieldPath } from '../query/path.ts';
import { conjuncts } from '../storage/index-definition.ts';
import type { KeyRange } from '../storage/stored-index.ts';
import { compareText } from '../values/compare.ts';
import { encodeKey } from '../values/key-writer.ts';
import { isNumericKind, kindOf, rankOf } from '../values/kinds.ts';
import type { Kind } from '../values/kinds.ts';
import { toDouble } from '../values/numbers.ts';

/**
 * What one condition says of the keys of one field: they lie in one of these ranges. `points`: each range is a single value.
 */
export type FieldBounds = { path: FieldPath; points: boolean; ranges: KeyRange[] };

/** The bounds that a filter sets, each of which every matching document meets with at least one key of the field. */
export function boundsOf(condition: Condition, parents: FieldPath = []): FieldBounds[] {
  return conjuncts(condition).flatMap((part): FieldBounds[] => {
    switch (part.kind) {
      case 'compare': {
        if (!canBound(part.value)) return [];
        const path = [...parents, ...part.path];
        const range = comparisonRange(part.comparison, part.value);
        const isNull = kindOf(part.value) === 'null';
        return range === undefined ? [] : [{ path, points: part.comparison === '$eq' || isNull, ranges: [range] }];
      }
      case 'in': {
        if (part.patterns.length > 0 || !part.values.every(canBound)) return [];
        return [{ path: [...parents, ...part.path], points: true, ranges: distinctPoints(part.values) }];
      }
      case 'pattern': {
        if (part.pattern.literalPrefix === '') return [];
        // A regular expression may also be equal to the pattern itself, so its type's keys count as well.
        const ranges = [prefixRange(part.pattern.literalPrefix), typeRange(rankOf.regex)];
        return [{ path: [...parents, ...part.path], points: false, ranges }];
      }
      case 'elementDocument':
      case 'elementValue':
        return boundsOf(part.condition, [...parents, ...part.path]);
      default:
        return [];
    }
  });
}

/** An array is stored as its elements' keys and the ends of the order compare across types: neither gives bounds. */
function canBound(value: unknown): boolean {
  const kind = kindOf(value);
  return kind !== 'array' && kind !== 'minKey' && kind !== 'maxKey' && kind !== 'missing' && kind !== 'regex';
}

const exactKinds: ReadonlySet<Kind> = new Set<Kind>([
  'null',
  'int',
  'long',
  'double',
  'decimal',
  'string',
  'symbol',
  'binData',
  'objectId',
  'bool',
  'date',
  'timestamp',
]);

/** Whether a part of a filter is met by exactly the documents whose key lies in its bounds, as long as the index is not multikey. */
export function isExactBound(part: Condition): part is Condition & { path: FieldPath } {
  if (part.kind === 'in') return part.patterns.length === 0 && part.values.every(isExactValue);
  return part.kind === 'compare' && isExactValue(part.value);
}

function isExactValue(value: unknown): boolean {
  return exactKinds.has(kindOf(value)) && !isNaNumber(value);
}

function isNaNumber(value: unknown): boolean {
  return isNumericKind(kindOf(value)) && Number.isNaN(toDouble(value));
}

function comparisonRange(comparison: '$eq' | '$gt' | '$gte' | '$lt' | '$lte', value: unknown): KeyRange | undefined {
  const key = encodeKey(value);
  const kind = kindOf(value);
  const ofType = isNumericKind(kind) ? { ...typeRange(rankOf[kind]), low: afterNaN } : typeRange(rankOf[kind]);
  // Equal to NaN is only NaN, and nothing is greater or less.
  if (isNaNumber(value)) return comparison === '$gt' || comparison === '$lt' ? undefined : pointRange(key);
  switch (comparison) {
    case '$eq':
      return pointRange(key);
    case '$gt':
      return { low: after(key), high: ofType.high };
    case '$gte':
      return { low: key, high: ofType.high };
    case '$lt':
      return { low: ofType.low, high: key };
    case '$lte':
      return { low: ofType.low, high: after(key) };
    default:
      return comparison satisfies never;
  }
}

/** NaN lies below all numbers in an index, and is not less than any. */
const afterNaN = after(encodeKey(Number.NaN));

function distinctPoints(values: readonly unknown[]): KeyRange[] {
  const keys = new Map(values.map((value) => [encodeKey(value).toString('latin1'), encodeKey(value)]));
  return [...keys].sort(([left], [right]) => compareText(left, right)).map(([, key]) => pointRange(key));
}

function pointRange(key: Buffer): KeyRange {
  return { low: key, high: after(key) };
}

function typeRange(rank: number): KeyRange {
  return { low: Buffer.from([rank]), high: Buffer.from([rank + 1]) };
}

function prefixRange(prefix: string): KeyRange {
  const key = encodeKey(prefix);
  const start = key.subarray(0, key.length - 1);
  return { low: Buffer.from(start), high: after(start) };
}

/** The first key after all keys that start with these bytes. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end -= 1;
  const next = Buffer.from(prefix.subarray(0, end));
  if (end > 0) next[end - 1] = (next[end - 1] ?? 0) + 1;
  return next;
}

/** The same keys of a descending field, whose bits are turned round, which turns the order round too. */
export function descendingRange({ low, high }: KeyRange): KeyRange {
  return { low: high === undefined ? Buffer.alloc(0) : after(inverted(high)), high: after(inverted(low)) };
}

/** A single value of a descending field. */
export function descendingPoint({ low }: KeyRange): KeyRange {
  return pointRange(inverted(low));
}

function inverted(key: Buffer): Buffer {
  return Buffer.from(key.map((byte) => 0xff - byte));
}

/** The keys in both ranges; undefined when there are none. */
export function intersection(left: KeyRange, right: KeyRange): KeyRange | undefined {
  const low = Buffer.compare(left.low, right.low) >= 0 ? left.low : right.low;
  const high = lower(left.high, right.high);
  return high !== undefined && Buffer.compare(low, high) >= 0 ? undefined : { low, high };
}

function lower(left: Buffer | undefined, right: Buffer | undefined): Buffer | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return Buffer.compare(left, right) <= 0 ? left : right;
}

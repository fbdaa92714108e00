import type { BsonDocument } from '../values/kinds.ts';
import type { FieldPath } from './path.ts';
import type { SafePattern } from './pattern.ts';

/** The comparisons that a filter may ask for. */
export type Comparison = '$eq' | '$gt' | '$gte' | '$lt' | '$lte';

/** A parsed filter. Negations (`$ne`, `$nin`, `$not`) are `none` of one condition; planner and matcher read the same tree. */
export type Condition =
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'none'; of: Condition[] }
  | { kind: 'compare'; path: FieldPath; comparison: Comparison; value: unknown }
  | { kind: 'in'; path: FieldPath; values: unknown[]; patterns: SafePattern[] }
  | { kind: 'exists'; path: FieldPath }
  | { kind: 'size'; path: FieldPath; size: number }
  | { kind: 'type'; path: FieldPath; names: ReadonlySet<string> }
  | { kind: 'pattern'; path: FieldPath; pattern: SafePattern }
  | { kind: 'elementDocument'; path: FieldPath; condition: Condition }
  | { kind: 'elementValue'; path: FieldPath; condition: Condition }
  | { kind: 'computed'; holds: (document: BsonDocument) => boolean };

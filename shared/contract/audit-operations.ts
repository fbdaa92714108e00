/** The audit trail as administrators read it. */
import * as v from 'valibot';
import { operation } from './contract.ts';
import { CalendarDay } from './statistics.ts';
import { Moment, optionalLine } from './text.ts';

export const AuditOutcome = v.picklist(['done', 'failed', 'refused']);
export type AuditOutcome = v.InferOutput<typeof AuditOutcome>;

/** One field that an act has changed, as text; `null` for what was not there, or is not any more. */
export const AuditChange = v.strictObject({
  field: v.string(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
});

export const AuditEntry = v.strictObject({
  /** Its number in the chain, from 1. */
  n: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: Moment,
  actor: v.string(),
  actorName: v.string(),
  action: v.string(),
  target: v.string(),
  targetName: v.string(),
  address: v.string(),
  outcome: AuditOutcome,
  changes: v.array(AuditChange),
  hash: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

/** Where a page ended: the next one begins there. */
const Cursor = v.strictObject({ at: Moment, n: v.pipe(v.number(), v.integer(), v.minValue(0)) });

const filters = {
  /** The beginning of a name, an action or an id; empty for all. */
  search: optionalLine(100),
  /** Exactly these; empty for all. */
  actor: optionalLine(200),
  action: optionalLine(200),
  target: optionalLine(200),
  outcome: v.nullable(AuditOutcome),
  /** Whole days of the organisation's time zone, both included. */
  from: v.nullable(CalendarDay),
  until: v.nullable(CalendarDay),
  after: v.nullable(Cursor),
};
export const AuditFilters = v.strictObject(filters);
export type AuditFilters = v.InferOutput<typeof AuditFilters>;

export const adminAuditOperations = {
  /** The newest first, at most 100. */
  'audit.list': operation(
    v.strictObject({ ...filters, size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
    v.strictObject({ entries: v.array(AuditEntry), next: v.nullable(Cursor) }),
  ),
  /** The same as text, a part at a time; the first part of a CSV has the head. Formulas are defused. */
  'audit.export': operation(
    v.strictObject({ ...filters, format: v.picklist(['csv', 'ndjson']) }),
    v.strictObject({ text: v.string(), next: v.nullable(Cursor) }),
  ),
  /**
   * Follows the chain from number `from` (0: the beginning) for some thousand entries. `broken` says at which number it does not
   * hold: an entry is missing there, or was changed. The last number and hash can be kept elsewhere, to compare.
   */
  'audit.check': operation(
    v.strictObject({ from: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    v.strictObject({
      through: v.pipe(v.number(), v.integer(), v.minValue(0)),
      hash: v.string(),
      more: v.boolean(),
      broken: v.nullable(v.strictObject({ n: v.number(), how: v.picklist(['gap', 'changed']) })),
    }),
  ),
};

/** For how long what customers leave behind is kept. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';

/** Whole days after something has ended, or was used last; `null` is for ever. */
export const KeptDays = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)));

export const Retention = v.strictObject({
  /** Sessions, with their logs. */
  sessionDays: KeptDays,
  /** Requests, and reservations that are over. */
  requestDays: KeptDays,
  /** Invitations that are over, with the addresses that they were mailed to. */
  invitationDays: KeptDays,
  /** Trust (Easy Connect) that nobody has used since. */
  trustDays: KeptDays,
});
export type Retention = v.InferOutput<typeof Retention>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is older than that now. */
export const Overdue = v.strictObject({
  sessions: Count,
  requests: Count,
  reservations: Count,
  invitations: Count,
  trusts: Count,
});
export type Overdue = v.InferOutput<typeof Overdue>;

const settings = v.strictObject({ retention: Retention });

export const adminRetentionOperations = {
  'retention.get': operation(Nothing, settings),
  /** How much would go if this were set. */
  'retention.count': operation(settings, v.strictObject({ overdue: Overdue })),
  'retention.update': operation(settings, settings),
};

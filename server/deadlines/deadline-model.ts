import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { Moment } from '../../shared/contract/text.ts';

/**
 * What can fall due. `subject` of a deadline is the id of a rep's account, a request, an offer, a session, a reservation,
 * an invitation or a file, or `all`.
 */
const DeadlineKind = v.picklist([
  'rep-offline',
  'rep-missed',
  'rep-gone',
  'request-abandoned',
  'session-abandoned',
  'host-lost',
  'call-due',
  'code-expired',
  'hours-turned',
  'reservation-due',
  'reservation-expired',
  'reservation-call',
  'offer-due',
  'queue-reconciled',
  'member-ask-due',
  'invitation-expired',
  'link-expired',
  'links-compared',
  'statistics-kept',
  'retention',
  'file-abandoned',
]);
export type DeadlineKind = v.InferOutput<typeof DeadlineKind>;

/** One deadline as it is stored. */
export const DeadlineRecord = v.object({
  /** `<kind>:<subject>`: one deadline of a kind for each subject. */
  _id: v.string(),
  kind: DeadlineKind,
  subject: v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9_-]{22}|all)$/)),
  dueAt: Moment,
});
export type DeadlineRecord = v.InferOutput<typeof DeadlineRecord>;

const schema = new Schema<DeadlineRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    subject: { type: String, required: true },
    dueAt: { type: Number, required: true },
  },
  { collection: 'deadlines', versionKey: false, autoIndex: false, autoCreate: false },
);
schema.index({ dueAt: 1 });

/** The deadlines that are still to come. */
export function deadlineModel(connection: Connection) {
  return connection.model('Deadline', schema);
}
export type DeadlineModel = ReturnType<typeof deadlineModel>;

import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';

/** What can fall due. `subject` of a deadline is the id of a rep's account, a request or a session, or `all`. */
export type DeadlineKind =
  | 'rep-offline'
  | 'rep-missed'
  | 'rep-gone'
  | 'request-abandoned'
  | 'session-abandoned'
  | 'host-lost'
  | 'code-expired'
  | 'links-compared';

/** One deadline as it is stored. */
export interface DeadlineRecord {
  /** `<kind>:<subject>`: one deadline of a kind for each subject. */
  _id: string;
  kind: DeadlineKind;
  subject: string;
  dueAt: number;
}

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

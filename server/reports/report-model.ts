import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import { ReportFields, ReportVersion } from '../../shared/contract/report.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** One save of a report as it is stored. What it says is never changed: a correction is a further one. */
export const ReportVersionRecord = v.object({
  _id: v.string(),
  session: SessionId,
  version: ReportVersion.entries.version,
  account: AccountId,
  name: v.fallback(v.string(), ''),
  from: v.fallback(ReportVersion.entries.from, 'session'),
  at: Moment,
  fields: ReportFields,
  /** Its incident is still to be written into the session, where lists and statistics read it: a crash may come in between. */
  uncounted: v.exactOptional(v.boolean()),
});
export type ReportVersionRecord = v.InferOutput<typeof ReportVersionRecord>;

export type ReportModel = Model<ReportVersionRecord>;

/** The unique index settles who saves the next version. */
export function reportModel(connection: Connection): ReportModel {
  const schema = strictSchema<ReportVersionRecord>(
    {
      session: { type: String, required: true },
      version: { type: Number, required: true },
      account: { type: String, required: true },
      name: { type: String, default: '' },
      from: { type: String, required: true },
      at: { type: Number, required: true },
      fields: { type: Schema.Types.Mixed, required: true },
      uncounted: { type: Boolean },
    },
    'session_reports',
  );
  readAs(schema, ReportVersionRecord);
  schema.index({ session: 1, version: 1 }, { unique: true, name: 'one_report_for_each_version' });
  schema.index(
    { uncounted: 1 },
    { partialFilterExpression: { uncounted: true }, name: 'reports_whose_incident_is_to_be_written' },
  );
  return connection.model<ReportVersionRecord>('SessionReport', schema);
}

/** A report that somebody has still to write. */
export const DueReportRecord = v.object({ _id: SessionId, rep: AccountId, endedAt: Moment });
export type DueReportRecord = v.InferOutput<typeof DueReportRecord>;

export type DueReportModel = Model<DueReportRecord>;

export function dueReportModel(connection: Connection): DueReportModel {
  const schema = strictSchema<DueReportRecord>(
    { rep: { type: String, required: true }, endedAt: { type: Number, required: true } },
    'reports_due',
  );
  readAs(schema, DueReportRecord);
  schema.index({ rep: 1, endedAt: -1, _id: -1 });
  return connection.model<DueReportRecord>('DueReport', schema);
}

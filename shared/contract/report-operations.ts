/** Reports, and what was before: what a rep's link and the web panel ask. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SessionId } from './identifiers.ts';
import { Note } from './note.ts';
import { PastSession } from './past-session.ts';
import { BaseVersion, ReportDesk, ReportForm, SessionReport } from './report.ts';
import { Moment } from './text.ts';

const forSession = v.strictObject({ session: SessionId });

/** A session of the rep that has ended and whose report nobody has saved. */
export const DueReport = v.strictObject({
  session: SessionId,
  customer: v.string(),
  reason: v.string(),
  endedAt: Moment,
});
export type DueReport = v.InferOutput<typeof DueReport>;

export const repReportOperations = {
  /** While the session lives the draft grows with its log. */
  'reports.get': operation(forSession, ReportDesk),
  /** Saves a further version. `already-taken` names who saved one since `base`. */
  'reports.save': operation(
    v.strictObject({ session: SessionId, base: BaseVersion, fields: ReportForm }),
    v.strictObject({ report: SessionReport }),
  ),
  /** The rep's own ended sessions without a saved report, the latest first, twenty at most. */
  'reports.due': operation(Nothing, v.strictObject({ due: v.array(DueReport), more: v.boolean() })),
  /** No report is needed for this one: it is no longer listed. It can still be written. */
  'reports.leaveOut': operation(forSession, Nothing),
  /** Other sessions of the customer of this one, as far as they can be told, the latest first, ten at most. */
  'customers.past': operation(forSession, v.strictObject({ past: v.array(PastSession), more: v.boolean() })),
};

/** A rep of the session saved its report, or one is to be written: whoever shows it asks anew. */
export const reportsChanged = v.strictObject({ type: v.literal('reports.changed'), session: SessionId });

export const adminReportOperations = {
  /** The report with its versions, and the notes of the reps. Whoever reads it is written into the audit trail. */
  'sessions.report': operation(
    v.strictObject({ id: SessionId }),
    v.strictObject({ ...ReportDesk.entries, notes: v.array(Note) }),
  ),
  /** Saves a further version, as `reports.save`. What was written stays out of the audit trail, which is never cut. */
  'sessions.saveReport': operation(
    v.strictObject({ id: SessionId, base: BaseVersion, fields: ReportForm }),
    v.strictObject({ report: SessionReport }),
  ),
};

/** What a rep has begun to write about a session and not saved: it outlives the panel, as messages on their way do. */
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { ChosenIncident } from '../../shared/contract/incident.ts';
import { ReportOutcome } from '../../shared/contract/report.ts';

/** The fields of a report that were changed, and upon which version. What was not touched goes on following the log. */
export const ReportEdits = v.strictObject({
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  fields: v.strictObject({
    customer: v.exactOptional(v.string()),
    phone: v.exactOptional(v.string()),
    email: v.exactOptional(v.string()),
    incident: v.exactOptional(v.nullable(ChosenIncident)),
    reason: v.exactOptional(v.string()),
    outcome: v.exactOptional(v.nullable(ReportOutcome)),
    done: v.exactOptional(v.string()),
  }),
});
export type ReportEdits = v.InferOutput<typeof ReportEdits>;

export const WorkDraft = v.strictObject({
  session: SessionId,
  /** A note that is not added yet. */
  note: v.string(),
  /** `null` where nothing of the report was touched. */
  report: v.nullable(ReportEdits),
});
export type WorkDraft = v.InferOutput<typeof WorkDraft>;

/** The drafts with one in the place of what was there of its session. An empty one is none. */
export function withDraft(drafts: readonly WorkDraft[], draft: WorkDraft): WorkDraft[] {
  const others = drafts.filter(({ session }) => session !== draft.session);
  return draft.note === '' && draft.report === null ? others : [...others, draft];
}

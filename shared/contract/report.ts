/** The report of a session: it is drafted from the session log, corrected by the rep and saved, and each save is kept. */
import * as v from 'valibot';
import { AccountId, SessionId } from './identifiers.ts';
import { ChosenIncident, IncidentId, PublicIncident } from './incident.ts';
import { LogEntry } from './session-log.ts';
import { Moment, optionalLine, paragraph } from './text.ts';

/** What came of it, as the rep says. */
export const ReportOutcome = v.picklist(['solved', 'unsolved', 'follow-up']);
export type ReportOutcome = v.InferOutput<typeof ReportOutcome>;

/** What a rep writes into a report, beside the incident. */
const written = {
  customer: optionalLine(80),
  /** As it is told, such as with an extension: not only what can be dialled. */
  phone: optionalLine(60),
  email: optionalLine(254),
  reason: optionalLine(200),
  outcome: v.nullable(ReportOutcome),
  /** What was done. */
  done: paragraph(8000),
};

/** A report as it is sent to be saved: the incident by its id, for its name is the catalogue's. */
export const ReportForm = v.strictObject({ ...written, incident: v.nullable(IncidentId) });
export type ReportForm = v.InferOutput<typeof ReportForm>;

/** What stands in a report. */
export const ReportFields = v.strictObject({ ...written, incident: v.nullable(ChosenIncident) });
export type ReportFields = v.InferOutput<typeof ReportFields>;
export type ReportField = keyof ReportFields;

/** One save. `version` counts from 1; earlier ones stay as they were. */
export const ReportVersion = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  by: v.strictObject({ account: AccountId, name: v.string() }),
  /** Where it was written: by a rep of the session, or by somebody who looks after them. */
  from: v.picklist(['session', 'web-panel']),
  at: Moment,
  fields: ReportFields,
});
export type ReportVersion = v.InferOutput<typeof ReportVersion>;

/** A report is saved at most so often. */
export const mostReportVersions = 100;

/** `waiting`: for somebody to answer, or for the customer to come. `chat`: whatever is none of the others. */
export const Phase = v.picklist(['waiting', 'chat', 'seeing', 'controlling', 'paused']);
export type Phase = v.InferOutput<typeof Phase>;

/** All stretches of one phase: when the first began and the last ended (`null`: it lasts), and how long they were together. */
export const PhaseTimes = v.strictObject({
  phase: Phase,
  from: Moment,
  to: v.nullable(Moment),
  ms: v.pipe(v.number(), v.minValue(0)),
  stretches: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type PhaseTimes = v.InferOutput<typeof PhaseTimes>;

/** An incident that the words of customer and rep speak for, and which words those are. */
export const IncidentGuess = v.strictObject({ incident: ChosenIncident, words: v.array(v.string()) });
export type IncidentGuess = v.InferOutput<typeof IncidentGuess>;

/** A report shows at most so many acts; the log has them all. */
export const mostReportActs = 200;

/** What the log says, which nobody writes. */
export const ReportFacts = v.strictObject({
  channel: v.string(),
  reps: v.array(v.string()),
  /** When the customer got in line; `null` for a session that began without one. */
  askedAt: v.nullable(Moment),
  startedAt: Moment,
  endedAt: v.nullable(Moment),
  phases: v.array(PhaseTimes),
  /** What people did: consent, files, who came and went. Everything in the log but chat and what belongs to it. */
  acts: v.array(LogEntry),
  /** So many more acts are in the log. */
  actsLeftOut: v.pipe(v.number(), v.integer(), v.minValue(0)),
  messages: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Where the incident of the draft is guessed, by what. */
  guess: v.nullable(IncidentGuess),
});
export type ReportFacts = v.InferOutput<typeof ReportFacts>;

export const SessionReport = v.strictObject({
  session: SessionId,
  /** What the log comes to by itself, at this moment. */
  draft: ReportFields,
  facts: ReportFacts,
  /** Oldest first. */
  versions: v.array(ReportVersion),
});
export type SessionReport = v.InferOutput<typeof SessionReport>;

/** A report and the catalogue that its incident is chosen from. */
export const ReportDesk = v.strictObject({ report: SessionReport, incidents: v.array(PublicIncident) });
export type ReportDesk = v.InferOutput<typeof ReportDesk>;

/** Who saves says upon which version (0: none) it was written; when another came meanwhile, nothing is saved. */
export const BaseVersion = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostReportVersions));

/** What stands in the report now: what was saved last, or the draft. */
export function currentFields({ versions, draft }: Pick<SessionReport, 'versions' | 'draft'>): ReportFields {
  return versions.at(-1)?.fields ?? draft;
}

/** One field that two versions say differently; the incident by its name, empty for none. */
export interface ReportChange {
  readonly field: ReportField;
  readonly before: string;
  readonly after: string;
}

/** The fields in the order in which they stand in a report. */
export const reportFieldOrder = [
  'customer',
  'phone',
  'email',
  'incident',
  'reason',
  'outcome',
  'done',
] as const satisfies readonly ReportField[];

/** What a version says differently from the one before. */
export function reportChanges(before: ReportFields, after: ReportFields): ReportChange[] {
  return reportFieldOrder
    .map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) }))
    .filter((change) => change.before !== change.after);
}

function textOf(fields: ReportFields, field: ReportField): string {
  return field === 'incident' ? (fields.incident?.name ?? '') : (fields[field] ?? '');
}

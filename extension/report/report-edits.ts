/** What a rep has changed in a report and not saved, over what stands in it. Pure. */
import { currentFields } from '../../shared/contract/report.ts';
import type { ReportFields, ReportForm, SessionReport } from '../../shared/contract/report.ts';
import type { ReportEdits } from '../port/work-draft.ts';

/** The report with the changes in it. */
export function editedFields(report: SessionReport, edits: ReportEdits | null): ReportFields {
  return { ...currentFields(report), ...edits?.fields };
}

/** The changes after one more; `null` when it says again what the report says. */
export function withEdit(
  report: SessionReport,
  edits: ReportEdits | null,
  change: ReportEdits['fields'],
): ReportEdits | null {
  const current = currentFields(report);
  const fields: ReportEdits['fields'] = { ...edits?.fields, ...change };
  for (const field of fieldsOf(fields)) if (isSame(fields[field], current[field])) delete fields[field];
  if (fieldsOf(fields).length === 0) return null;
  return { base: edits?.base ?? report.versions.length, fields };
}

/** What was changed in the fields since `sent` was sent to be saved, over the version that it has become; `null` for nothing. */
export function editsSince(saved: SessionReport, shown: ReportFields, sent: ReportFields): ReportEdits | null {
  const fields: ReportEdits['fields'] = { ...shown };
  for (const field of fieldsOf(fields)) if (isSame(fields[field], sent[field])) delete fields[field];
  return fieldsOf(fields).length === 0 ? null : { base: saved.versions.length, fields };
}

/** Somebody saved a version that these changes do not know. */
export function isOvertaken(report: SessionReport, edits: ReportEdits | null): boolean {
  return edits !== null && edits.base < report.versions.length;
}

/** As it is sent to be saved. */
export function formOf(fields: ReportFields): ReportForm {
  return { ...fields, incident: fields.incident?.id ?? null };
}

function fieldsOf(fields: ReportEdits['fields']): (keyof ReportEdits['fields'])[] {
  return Object.keys(fields) as (keyof ReportEdits['fields'])[];
}

/** Incidents are the same by their id, whatever they are called by now. */
function isSame(one: unknown, other: unknown): boolean {
  const idOf = (value: unknown) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value);
  return idOf(one) === idOf(other);
}

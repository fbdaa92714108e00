import { reportChanges, reportFieldOrder } from '../../../../../shared/contract/report.ts';
import type { ReportField, ReportFields } from '../../../../../shared/contract/report.ts';
import { safeText } from '../../../../../shared/ui/safe-text.ts';
import { reportTexts as words } from '../../../texts/admin-reports-en.ts';

type ReportValuesProps = {
  fields: ReportFields;
  /** The version before: what it said otherwise stands beside. */
  before?: ReportFields | undefined;
  /** How the incident came to stand there. */
  incidentNote?: string | undefined;
};

/** What stands in a report, field by field. */
export function ReportValues({ fields, before, incidentNote }: ReportValuesProps) {
  const changed = before === undefined ? [] : reportChanges(before, fields).map(({ field }) => field);
  return (
    <dl class="session-page-head session-report-values">
      {reportFieldOrder.map((field) => (
        <div key={field} data-changed={changed.includes(field)}>
          <dt>{words.fields[field]}</dt>
          <dd>
            {before !== undefined && changed.includes(field) && (
              <p class="session-report-before">
                <span class="rh-soft">{words.before}</span> <del>{said(before, field)}</del>
              </p>
            )}
            {changed.includes(field) && <span class="rh-soft">{words.now} </span>}
            <span dir="auto">{said(fields, field)}</span>
            {field === 'incident' && incidentNote !== undefined && <span class="rh-faint"> {incidentNote}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function said(fields: ReportFields, field: ReportField): string {
  if (field === 'outcome') return fields.outcome === null ? words.noOutcome : words.outcomes[fields.outcome];
  const text = field === 'incident' ? (fields.incident?.name ?? '') : fields[field];
  return text === '' ? words.none : safeText(text);
}

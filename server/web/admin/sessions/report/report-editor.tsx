import { incidentPath } from '../../../../../shared/contract/incident.ts';
import type { PublicIncident } from '../../../../../shared/contract/incident.ts';
import { treeRows } from '../../../../../shared/contract/item-tree.ts';
import { ReportOutcome } from '../../../../../shared/contract/report.ts';
import { Combobox } from '../../../../../shared/ui/combobox.tsx';
import { Select } from '../../../../../shared/ui/select.tsx';
import { TextArea } from '../../../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../../../shared/ui/text-input.tsx';
import { reportTexts as words } from '../../../texts/admin-reports-en.ts';
import { PanelForm } from '../../form/panel-form.tsx';
import type { SessionReportAtWork } from './use-session-report.ts';

const notSaid = 'not-said';
const lines = ['customer', 'phone', 'email', 'reason'] as const;

type ReportEditorProps = { work: SessionReportAtWork; incidents: readonly PublicIncident[] };

/** The report to be corrected; Save stands in the bar below, as everywhere. */
export function ReportEditor({ work: { form, saving }, incidents }: ReportEditorProps) {
  const { values, faults, set } = form;
  return (
    <PanelForm id={form.id} class="session-report-form" onSave={saving.save}>
      {lines.map((field) => (
        <TextInput
          key={field}
          label={words.fields[field]}
          value={values[field]}
          onValue={(value) => set(field, value)}
          error={faults[field]}
          autocomplete="off"
        />
      ))}
      <Combobox
        label={words.fields.incident}
        value={values.incident?.id ?? null}
        valueLabel={values.incident?.name ?? ''}
        onValue={(id) => set('incident', id === null ? null : { id, name: incidentPath(incidents, id) })}
        choices={treeRows(incidents).map(({ item }) => ({ value: item.id, label: incidentPath(incidents, item.id) }))}
        {...words.incident}
      />
      <Select
        label={words.fields.outcome}
        value={values.outcome ?? notSaid}
        onValue={(outcome) => set('outcome', outcome === notSaid ? null : outcome)}
        choices={[
          { value: notSaid, label: words.noOutcome },
          ...ReportOutcome.options.map((value) => ({ value, label: words.outcomes[value] })),
        ]}
      />
      <div class="session-report-done">
        <TextArea
          label={words.fields.done}
          rows={6}
          value={values.done}
          onValue={(value) => set('done', value)}
          error={faults.done}
        />
      </div>
    </PanelForm>
  );
}

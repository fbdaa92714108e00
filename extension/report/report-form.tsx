import { incidentPath } from '../../shared/contract/incident.ts';
import type { IncidentId, PublicIncident } from '../../shared/contract/incident.ts';
import { treeRows } from '../../shared/contract/item-tree.ts';
import { ReportOutcome } from '../../shared/contract/report.ts';
import { Combobox } from '../../shared/ui/combobox.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { reportTexts } from '../texts/reports-en.ts';
import type { ReportAtWork } from './use-report.ts';

const words = reportTexts.report;
const notSaid = 'not-said';

/** What a rep corrects in a report. What is changed is kept at once, and saved by the button below. */
export function ReportForm({ work }: { work: ReportAtWork }) {
  const { fields, edit } = work;
  return (
    <div class="ext-report-form">
      <TextInput
        label={words.fields.customer}
        value={fields.customer}
        maxLength={80}
        onValue={(customer) => edit({ customer })}
      />
      <div class="ext-report-pair">
        <TextInput
          label={words.fields.phone}
          type="tel"
          value={fields.phone}
          maxLength={60}
          onValue={(phone) => edit({ phone })}
        />
        <TextInput
          label={words.fields.email}
          value={fields.email}
          maxLength={254}
          onValue={(email) => edit({ email })}
        />
      </div>
      <TextInput
        label={words.fields.reason}
        value={fields.reason}
        maxLength={200}
        onValue={(reason) => edit({ reason })}
      />
      <IncidentField work={work} />
      <Select
        label={words.fields.outcome}
        value={fields.outcome ?? notSaid}
        onValue={(outcome) => edit({ outcome: outcome === notSaid ? null : outcome })}
        choices={[
          { value: notSaid, label: words.noOutcome },
          ...ReportOutcome.options.map((value) => ({ value, label: words.outcomes[value] })),
        ]}
      />
      <TextArea
        label={words.fields.done}
        hint={work.report.versions.length === 0 ? words.doneHint : undefined}
        rows={6}
        maxLength={8000}
        value={fields.done}
        onValue={(done) => edit({ done })}
      />
    </div>
  );
}

/** The catalogue to search in; what was guessed says from which words. */
function IncidentField({ work: { fields, edit, incidents, report } }: { work: ReportAtWork }) {
  const { incident } = fields;
  const { guess } = report.facts;
  const isGuessed = guess !== null && guess.incident.id === incident?.id && report.versions.length === 0;
  if (incidents.length === 0 && incident === null) return null;
  return (
    <Combobox
      label={words.fields.incident}
      value={incident?.id ?? null}
      valueLabel={incident?.name ?? ''}
      onValue={(id) => edit({ incident: id === null ? null : { id, name: incidentPath(incidents, id) } })}
      choices={choicesOf(incidents)}
      placeholder={words.incident.placeholder}
      nothingFits={words.incident.nothingFits}
      clear={words.incident.clear}
      hint={isGuessed ? words.incident.guessed(guess.words.join(', ')) : undefined}
    />
  );
}

/** In the catalogue's order, each by its whole name. */
function choicesOf(incidents: readonly PublicIncident[]): { value: IncidentId; label: string }[] {
  return treeRows(incidents).map(({ item }) => ({ value: item.id, label: incidentPath(incidents, item.id) }));
}

import { Pencil } from 'lucide';
import { Button } from '../../../../../shared/ui/button.tsx';
import { safeName } from '../../../../../shared/ui/safe-text.ts';
import { duration } from '../../../../../shared/ui/format-time.ts';
import type { ReportFacts } from '../../../../../shared/contract/report.ts';
import { currentFields } from '../../../../../shared/contract/report.ts';
import { reportTexts as words } from '../../../texts/admin-reports-en.ts';
import { LoadState } from '../../frame/load-state.tsx';
import { useTimes } from '../../frame/zone-times.ts';
import { ReportEditor } from './report-editor.tsx';
import { ReportNotes } from './report-notes.tsx';
import { ReportValues } from './report-values.tsx';
import { ReportVersions } from './report-versions.tsx';
import type { SessionReportAtWork } from './use-session-report.ts';
import './report-part.css';

/** The report of a session, its earlier versions, and the notes of its reps. */
export function ReportPart({ work }: { work: SessionReportAtWork }) {
  const { loaded, reload, isEditing, edit, stop } = work;
  const times = useTimes();
  if (loaded.at !== 'ready') return <LoadState loaded={loaded} onRetry={reload} />;
  const { report, notes } = loaded.value;
  const last = report.versions.at(-1);
  const guess =
    last === undefined && report.facts.guess?.incident.id === report.draft.incident?.id ? report.facts.guess : null;
  return (
    <>
      <section class="session-report" aria-labelledby="session-report">
        <div class="session-report-head">
          <h2 id="session-report" class="session-page-title">
            {words.title}
          </h2>
          {isEditing ? (
            <Button onClick={stop}>{words.cancel}</Button>
          ) : (
            <Button icon={Pencil} onClick={edit}>
              {words.edit}
            </Button>
          )}
        </div>
        <p class="rh-soft">
          {isEditing
            ? words.editing
            : last === undefined
              ? words.draft
              : words.saved(safeName(last.by.name), times.day(last.at), times.clock(last.at))}
        </p>
        {isEditing ? (
          <ReportEditor work={work} incidents={loaded.value.incidents} />
        ) : (
          <ReportValues
            fields={currentFields(report)}
            incidentNote={guess === null ? undefined : words.guessed(guess.words.join(', '))}
          />
        )}
        <Phases facts={report.facts} />
      </section>
      {report.versions.length > 1 && <ReportVersions versions={report.versions} />}
      <ReportNotes notes={notes} />
    </>
  );
}

function Phases({ facts }: { facts: ReportFacts }) {
  const times = useTimes();
  return (
    <dl class="session-page-head session-report-phases" aria-label={words.phasesTitle}>
      {facts.phases.map(({ phase, from, to, ms, stretches }) => (
        <div key={phase}>
          <dt>{words.phases[phase]}</dt>
          <dd class="rh-numbers">
            <b>{duration(ms)}</b>{' '}
            <span class="rh-soft">
              {words.span(times.clock(from), to === null ? null : times.clock(to), stretches)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

import type { ComponentChildren } from 'preact';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { clockTime } from '../../shared/ui/format-time.ts';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { Section } from '../../shared/ui/section.tsx';
import { reportTexts } from '../texts/reports-en.ts';
import { firstName } from '../view/first-name.ts';
import { FetchedState } from '../view/use-fetched.tsx';
import { NotesPart } from './notes-part.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportVersions } from './report-versions.tsx';
import { useReport } from './use-report.ts';
import type { ReportAtWork } from './use-report.ts';
import './report-room.css';

const words = reportTexts.report;

type ReportRoomProps = {
  session: SessionId;
  /** The customer's name. */
  customer: string;
  /** Changes when the log has more of what a report is made of. */
  occasion: unknown;
  /** The session goes on: notes come first then, and the report when it is over. */
  isRunning?: boolean;
  /** Above the report. */
  before?: ComponentChildren;
  /** Below it, in the same scroll. */
  children?: ComponentChildren;
  /** Beside Save; told whether the report is saved as it stands. */
  foot?: ((isSaved: boolean) => ComponentChildren) | undefined;
};

/** Report and notes of a session: written by the log, corrected by the rep. */
export function ReportRoom({
  session,
  customer,
  occasion,
  isRunning = false,
  before,
  children,
  foot,
}: ReportRoomProps) {
  const { fetched, work } = useReport(session, occasion);
  const intoReport = work && ((text: string) => work.edit({ done: joined(work.fields.done, text) }));
  const notes = <NotesPart session={session} onIntoReport={intoReport} />;
  const isSaved = work !== undefined && work.report.versions.length > 0 && !work.isChanged;
  return (
    <div class="ext-report">
      <div class="ext-report-body">
        {before}
        {isRunning && notes}
        <FetchedState fetched={fetched} label={words.loading} rows={4} />
        {work !== undefined && (
          <Section title={words.title} aside={<Standing work={work} />}>
            <ReportForm work={work} />
          </Section>
        )}
        {!isRunning && notes}
        {work !== undefined && (
          <>
            <ReportFacts facts={work.report.facts} customer={customer} />
            <ReportVersions versions={work.report.versions} />
          </>
        )}
        {children}
      </div>
      <div class="ext-report-foot">
        {work?.overtakenBy !== undefined && <Overtaken by={work.overtakenBy} onGoOn={work.goOn} />}
        <div class="ext-report-buttons">
          {work !== undefined && !isSaved && work.overtakenBy === undefined && (
            <Button
              kind="primary"
              size="main"
              busy={work.isSaving}
              busyText={words.saving}
              onClick={() => void work.save()}
            >
              {work.report.versions.length === 0 ? words.save : words.saveAgain}
            </Button>
          )}
          {foot?.(isSaved)}
          {work?.isChanged === true && <Link onClick={work.discard}>{words.discard}</Link>}
        </div>
      </div>
    </div>
  );
}

function Standing({ work: { report, isChanged } }: { work: ReportAtWork }) {
  const last = report.versions.at(-1);
  if (last === undefined) return <span role="status">{words.unsaved}</span>;
  return (
    <span role="status">{isChanged ? words.changed : words.saved(firstName(last.by.name), clockTime(last.at))}</span>
  );
}

function Overtaken({ by, onGoOn }: { by: string; onGoOn: () => void }) {
  return (
    <Notice kind="caution" alert action={<Link onClick={onGoOn}>{words.goOn}</Link>}>
      {words.overtaken(safeName(by))}
    </Notice>
  );
}

/** What was done, with a note behind it. */
function joined(done: string, note: string): string {
  return done === '' ? note : `${done}\n${note}`;
}

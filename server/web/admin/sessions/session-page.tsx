import { Printer } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { RecordingsPart } from './recordings/recordings-part.tsx';
import { ReportPart } from './report/report-part.tsx';
import { useSessionReport } from './report/use-session-report.ts';
import { SessionLogLines } from './session-log-lines.tsx';
import { SessionSummaryList } from './session-summary-list.tsx';
import './session-page.css';

/** One session: what it came to, its report, and everything that happened in it. */
export function SessionPage({ id }: { id: SessionId }) {
  const { model } = usePanel();
  const [rest, setRest] = useState<readonly LogEntry[]>([]);
  const [goneOn, setGoneOn] = useState<{ more: boolean; through: number } | undefined>(undefined);
  const { loaded, reload } = useLoaded(async () => {
    const [{ session }, log] = await Promise.all([
      model.server.call('sessions.read', { id }),
      model.server.call('sessions.log', { id, after: 0 }),
    ]);
    return { session, log };
  }, id);
  const report = useSessionReport(id);
  const words = texts.sessions;
  const end = loaded.at === 'ready' ? (goneOn ?? loaded.value.log) : undefined;
  const readOn = async () => {
    if (end === undefined) return;
    try {
      const log = await model.server.call('sessions.log', { id, after: end.through });
      setRest([...rest, ...log.entries]);
      setGoneOn(log);
    } catch (error) {
      model.say(errorWords(error));
    }
  };
  return (
    <PanelPage
      section={paths.sessions}
      title={loaded.at === 'ready' ? loaded.value.session.customer || words.nobody : words.title}
      parent={{ label: words.title, href: paths.sessions }}
      unsaved={report.saving.bar}
      actions={
        <Button icon={Printer} onClick={() => print()}>
          {words.log.print}
        </Button>
      }
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <div class="session-page">
          <SessionSummaryList session={loaded.value.session} />
          <ReportPart work={report} />
          <RecordingsPart id={id} />
          {/* The page has nothing else to stop at from which the keys could scroll it */}
          <section aria-label={words.log.log} tabIndex={0}>
            <h2 class="session-page-title">{words.log.log}</h2>
            <SessionLogLines entries={[...loaded.value.log.entries, ...rest]} />
            {end?.more === true && <Button onClick={() => void readOn()}>{words.log.loadMore}</Button>}
          </section>
        </div>
      )}
    </PanelPage>
  );
}

import { ArrowLeft } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { LogEntry, SessionSummary } from '../../../shared/contract/session-log.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { ReportRoom } from '../../report/report-room.tsx';
import { LogLines } from '../../session/log-lines.tsx';
import { Summary } from '../../session/summary.tsx';
import { texts } from '../../texts/en.ts';
import { reportTexts } from '../../texts/reports-en.ts';
import { useView } from '../../view/view-context.ts';
import './history-room.css';

/** A session that is over: its report and notes, which can still be written, its summary, and its whole log. */
export function PastSession({ session, onBack }: { session: SessionId; onBack: () => void }) {
  const { orders } = useView();
  const [summary, setSummary] = useState<SessionSummary>();
  const [entries, setEntries] = useState<readonly LogEntry[]>([]);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const answer = await orders.give('sessions.summary', { session });
      if (isWanted && answer !== undefined) setSummary(answer.summary);
      let known: readonly LogEntry[] = [];
      let more = true;
      while (more && isWanted) {
        const page = await orders.give('log.after', { session, seq: known.at(-1)?.seq ?? 0 });
        if (page === undefined) return;
        known = [...known, ...page.entries];
        more = page.more;
        if (isWanted) setEntries(known);
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [session]);
  return (
    <ReportRoom
      session={session}
      customer={summary?.customer ?? ''}
      occasion={session}
      before={
        <div class="ext-history-back">
          <Button kind="quiet" icon={ArrowLeft} onClick={onBack}>
            {texts.history.back}
          </Button>
        </div>
      }
    >
      {summary === undefined ? <Skeleton label={texts.history.loading} /> : <Summary summary={summary} />}
      <Section title={reportTexts.history.conversation} flush>
        <div class="ext-past-log">
          <LogLines entries={entries} customer={summary?.customer ?? ''} />
        </div>
      </Section>
    </ReportRoom>
  );
}

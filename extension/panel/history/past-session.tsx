import { ArrowLeft } from 'lucide';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ReportRoom } from '../../report/report-room.tsx';
import { LogLines } from '../../session/log-lines.tsx';
import { Summary } from '../../session/summary.tsx';
import { texts } from '../../texts/en.ts';
import { reportTexts } from '../../texts/reports-en.ts';
import type { Answered, Orders } from '../../view/orders.ts';
import { FetchedState, useFetched } from '../../view/use-fetched.tsx';
import { useView } from '../../view/view-context.ts';
import './history-room.css';

/** A session that is over: its report and notes, which can still be written, its summary, and its whole log. */
export function PastSession({ session, onBack }: { session: SessionId; onBack: () => void }) {
  const { orders } = useView();
  const told = useFetched(() => orders.ask('sessions.summary', { session }), [session]);
  const log = useFetched(() => wholeLog(orders, session), [session]);
  const summary = told.value?.summary;
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
      <FetchedState fetched={told} label={texts.history.loading} />
      {summary !== undefined && <Summary summary={summary} />}
      <Section title={reportTexts.history.conversation} flush>
        <div class="ext-past-log">
          <FetchedState fetched={log} label={texts.history.loading} />
          <LogLines entries={log.value ?? []} customer={summary?.customer ?? ''} />
        </div>
      </Section>
    </ReportRoom>
  );
}

/* Page by page; a log with a hole in it would be none. */
async function wholeLog(orders: Orders, session: SessionId): Promise<Answered<readonly LogEntry[]>> {
  let known: readonly LogEntry[] = [];
  for (;;) {
    const page = await orders.ask('log.after', { session, seq: known.at(-1)?.seq ?? 0 });
    if (page.failure !== undefined) return page;
    known = [...known, ...page.answer.entries];
    if (!page.answer.more || page.answer.entries.length === 0) return { answer: known };
  }
}

import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { LogEntry, SessionSummary } from '../../../shared/contract/session-log.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { LogLines } from '../../session/log-lines.tsx';
import { Summary } from '../../session/summary.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';

/** A session that is over: its summary, and its whole log. */
export function PastSession({ session }: { session: SessionId }) {
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
  if (summary === undefined) return <Skeleton label={texts.history.loading} />;
  return (
    <>
      <Summary summary={summary} />
      <Section title={texts.history.log} flush>
        <div class="ext-past-log">
          <LogLines entries={entries} customer={summary.customer} />
        </div>
      </Section>
    </>
  );
}

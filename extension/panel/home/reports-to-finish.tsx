import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { calendarDay, clockTime } from '../../../shared/ui/format-time.ts';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { reportTexts } from '../../texts/reports-en.ts';
import { useFetched } from '../../view/use-fetched.tsx';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';

const words = reportTexts.due;

/** The rep's own sessions that are over and have no report; nothing while there are none. */
export function ReportsToFinish() {
  const { desk, orders } = useView();
  const panel = usePanel();
  const found = useFetched(() => orders.ask('reports.due', {}), [desk.reportNews.value]).value;
  if (found === undefined || found.due.length === 0) return null;
  // One that still stands in the strip is written there.
  const write = (session: SessionId) =>
    desk.sessions.value.some(({ head }) => head.id === session) ? panel.goToSession(session) : panel.goToPast(session);
  return (
    <Section title={words.title} aside={found.more ? words.more : undefined} flush>
      <List label={words.title}>
        {found.due.map(({ session, customer, reason, endedAt }) => (
          <ListRow
            key={session}
            title={<OutsideText text={customer} />}
            detail={reason === '' ? undefined : <OutsideText text={reason} />}
            meta={`${calendarDay(endedAt)}, ${clockTime(endedAt)}`}
            actionStays
            action={
              <>
                <Button
                  kind="quiet"
                  aria-label={words.leaveOutFor(safeName(customer))}
                  onClick={() => void orders.give('reports.leaveOut', { session })}
                >
                  {words.leaveOut}
                </Button>
                <Button aria-label={words.writeFor(safeName(customer))} onClick={() => write(session)}>
                  {words.write}
                </Button>
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}

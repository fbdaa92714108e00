import { clockTime, duration } from '../../../shared/ui/format-time.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { StatusShape } from '../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../shared/ui/status.tsx';
import type { ChannelStatus } from '../../../shared/contract/channel.ts';
import { texts } from '../../texts/en.ts';
import { waysInTexts } from '../../texts/ways-in-en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { CodeCard } from '../../ways-in/code-card.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { StartSession } from './start-session.tsx';
import { usePanel } from '../panel-context.ts';
import { useOpenUsedCode } from '../use-open-used-code.ts';
import { ReportsToFinish } from './reports-to-finish.tsx';
import { ReservationsToday } from './reservations-today.tsx';
import { TodaySection } from './today.tsx';
import './home-room.css';

/** Where a rep starts: a session by code, who waits where, what was done today. */
export function HomeRoom() {
  const { desk } = useView();
  const panel = usePanel();
  const codes = desk.sessions.value.filter(({ head }) => head.state === 'waiting-code');
  useOpenUsedCode();
  return (
    <>
      <div class="ext-home-start">
        <StartSession />
        <CodesGuarded />
        {codes.map(({ head }) => (
          <CodeCard key={head.id} head={head} onPassOn={() => panel.showWaysIn(head.id)} />
        ))}
      </div>
      <OwnSessions />
      <WaitingByChannel />
      <ReservationsToday />
      <ReportsToFinish />
      <TodaySection />
    </>
  );
}

/** Somebody tries codes out: reps must know, because whoever types one waits longer, and may be the one who guesses. */
function CodesGuarded() {
  const { desk } = useView();
  const until = desk.desk.value?.codesGuardedUntil ?? null;
  const now = useNow(desk.clock, until !== null);
  if (until === null || until <= now) return null;
  return (
    <Notice kind="caution" alert>
      {waysInTexts.guarded(clockTime(until))}
    </Notice>
  );
}

const shapes: Record<ChannelStatus, StatusKind> = {
  available: 'available',
  busy: 'busy',
  'reservation-only': 'reservation',
  offline: 'offline',
};

function WaitingByChannel() {
  const { desk } = useView();
  const panel = usePanel();
  const now = useNow(desk.clock, desk.waiting.value.length > 0);
  const channels = desk.desk.value?.channels ?? [];
  const words = texts.home;
  if (channels.length === 0) {
    return (
      <Section title={words.waitingNow}>
        <p class="ext-home-none">{words.noChannels}</p>
      </Section>
    );
  }
  return (
    <Section
      title={words.waitingNow}
      aside={<Link onClick={() => panel.goTo('requests')}>{words.allRequests}</Link>}
      flush
    >
      <List label={words.waitingNow}>
        {channels.map((channel) => {
          const waiting = desk.waiting.value.filter(({ request }) => request.channel === channel.id);
          const first = Math.min(...waiting.map(({ request }) => request.createdAt));
          const longest = waiting.length === 0 ? words.nobodyWaits : words.longest(duration(now - first));
          return (
            <ListRow
              key={channel.id}
              start={<StatusShape kind={shapes[channel.status]} label={texts.channel[channel.status]} />}
              title={<OutsideText text={channel.name} />}
              end={
                <>
                  <span class="ext-home-longest">{longest}</span> {waiting.length}
                </>
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

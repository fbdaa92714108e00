import { Play, User } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { clockTime, duration } from '../../../shared/ui/format-time.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { StatusShape } from '../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../shared/ui/status.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import type { ChannelStatus } from '../../../shared/contract/channel.ts';
import { CodeCard } from '../../session/code-card.tsx';
import { texts } from '../../texts/en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import { useOpenUsedCode } from '../use-open-used-code.ts';
import { ReservationsToday } from './reservations-today.tsx';
import { TodaySection } from './today.tsx';
import './home-room.css';

/** Where a rep starts: a session by code, who waits where, what was done today. */
export function HomeRoom() {
  const { desk } = useView();
  const codes = desk.sessions.value.filter(({ head }) => head.state === 'waiting-code');
  useOpenUsedCode();
  return (
    <>
      <div class="ext-home-start">
        <StartSession />
        <CodesGuarded />
        {codes.map(({ head }) => (
          <CodeCard key={head.id} head={head} />
        ))}
      </div>
      <WaitingByChannel />
      <ReservationsToday />
      <TodaySection />
    </>
  );
}

function StartSession() {
  const { orders } = useView();
  const [customer, setCustomer] = useState('');
  const [isStarting, setStarting] = useState(false);
  const start = async () => {
    setStarting(true);
    const answer = await orders.give('sessions.start', { customer });
    setStarting(false);
    if (answer !== undefined) setCustomer('');
  };
  return (
    <form
      class="ext-start"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextInput
        name="customer"
        label={texts.home.customer}
        placeholder={texts.home.customer}
        labelUnseen
        icon={User}
        value={customer}
        onValue={setCustomer}
        maxLength={80}
        autocomplete="off"
      />
      <Button
        type="submit"
        kind="primary"
        size="main"
        icon={Play}
        keyHint="N"
        busy={isStarting}
        busyText={texts.home.starting}
      >
        {texts.home.start}
      </Button>
    </form>
  );
}

/** Somebody tries codes out: reps must know, because none is taken for a while, theirs included. */
function CodesGuarded() {
  const { desk } = useView();
  const until = desk.desk.value?.codesGuardedUntil ?? null;
  const now = useNow(desk.clock, until !== null);
  if (until === null || until <= now) return null;
  return (
    <Notice kind="caution" alert>
      {texts.code.guarded(clockTime(until))}
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

import type { Team, TeamRep, TeamSession } from '../../../shared/contract/team.ts';
import { Avatar } from '../../../shared/ui/avatar.tsx';
import { calendarDay, clockTime, duration } from '../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { Status } from '../../../shared/ui/status.tsx';
import { texts } from '../../texts/en.ts';
import { teamTexts } from '../../texts/team-en.ts';
import { pictureUrl } from '../../view/picture-url.ts';
import { useNow } from '../../view/use-now.ts';
import { SessionOrders } from './session-orders.tsx';
import { useView } from '../../view/view-context.ts';

const words = teamTexts;
const DAY_MS = 24 * 60 * 60_000;

/** Everybody of the team: what they are since when, how many customers they have, and for how long. */
export function TeamReps({ team: { reps } }: { team: Team }) {
  const { desk } = useView();
  const now = useNow(desk.clock);
  const there = reps.filter(({ presence }) => presence !== 'offline').length;
  return (
    <Section title={words.reps} aside={words.there(there, reps.length)} flush>
      <ul class="ext-team-reps">
        {reps.map((rep) => (
          <Rep key={rep.id} rep={rep} now={now} />
        ))}
      </ul>
    </Section>
  );
}

function Rep({ rep, now }: { rep: TeamRep; now: number }) {
  const { desk } = useView();
  const { name, picture, presence, since, helping, channels, sessions } = rep;
  const capacity = Math.max(0, ...channels.map((channel) => channel.capacity));
  return (
    <li class="ext-team-rep">
      <Avatar name={name} pictureUrl={pictureUrl(desk.desk.value?.origin, picture)} kind="staff" size={26} />
      <div class="ext-team-rep-words">
        <div class="ext-team-line">
          <b class="ext-team-name">
            <OutsideText text={name} />
          </b>
          {presence !== 'offline' && since !== null && (
            <span class="ext-team-time" title={words.since(clockTime(since))}>
              {duration(now - since)}
            </span>
          )}
        </div>
        <div class="ext-team-line ext-team-standing-line">
          <Status kind={presence} word={texts.presence[presence]} />
          {presence === 'offline' ? (
            since !== null && <span class="rh-faint">{words.since(atMoment(since, now))}</span>
          ) : (
            <span class="rh-numbers" title={words.helpingSpoken(helping, capacity)}>
              {words.helping(helping, capacity)}
            </span>
          )}
        </div>
        {sessions.length > 0 && (
          <Sessions name={name} sessions={sessions} now={now} isMine={rep.id === desk.desk.value?.account.id} />
        )}
      </div>
    </li>
  );
}

type SessionsProps = { name: string; sessions: readonly TeamSession[]; now: number; isMine: boolean };

function Sessions({ name, sessions, now, isMine }: SessionsProps) {
  return (
    <ul class="ext-team-sessions" aria-label={words.sessionsOf(safeName(name))}>
      {sessions.map((session) => {
        const { id, customer, channelName, startedAt } = session;
        return (
          <li key={id} class="ext-team-line">
            <span class="ext-team-name">
              <OutsideText text={customer} />{' '}
              <span class="rh-faint">{channelName === '' ? words.byCode : <OutsideText text={channelName} />}</span>
            </span>
            <span class="ext-team-time">{duration(now - startedAt)}</span>
            {!isMine && <SessionOrders session={session} rep={safeName(name)} />}
          </li>
        );
      })}
    </ul>
  );
}

function atMoment(at: number, now: number): string {
  return now - at < DAY_MS ? clockTime(at) : calendarDay(at);
}

import type { ChannelStatus } from '../../../shared/contract/channel.ts';
import type { Team, TeamChannel } from '../../../shared/contract/team.ts';
import { duration } from '../../../shared/ui/format-time.ts';
import { List } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { StatusShape } from '../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../shared/ui/status.tsx';
import { texts } from '../../texts/en.ts';
import { teamTexts } from '../../texts/team-en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { TeamRequestRow } from './team-request-row.tsx';

const words = teamTexts;
const shapes: Record<ChannelStatus, StatusKind> = {
  available: 'available',
  busy: 'busy',
  'reservation-only': 'reservation',
  offline: 'offline',
};

/** The line of each channel in which somebody of the team answers. */
export function TeamQueue({ team }: { team: Team }) {
  const waiting = team.channels.reduce((sum, { line }) => sum + line.length, 0);
  return (
    <Section
      title={words.waiting}
      aside={<span class="rh-numbers">{waiting === 0 ? words.nobodyWaits : waiting}</span>}
      flush
    >
      {team.channels.map((channel) => (
        <ChannelLine key={channel.id} channel={channel} team={team} />
      ))}
    </Section>
  );
}

function ChannelLine({ channel: { name, status, line }, team }: { channel: TeamChannel; team: Team }) {
  const { desk } = useView();
  const now = useNow(desk.clock, line.length > 0);
  const longest = Math.max(0, ...line.map(({ createdAt }) => now - createdAt));
  return (
    <div class="ext-team-channel">
      <header class="ext-team-channel-head">
        <StatusShape kind={shapes[status]} label={texts.channel[status]} />
        <h3 class="ext-team-channel-name">
          <OutsideText text={name} />
        </h3>
        <span class="rh-faint">{line.length === 0 ? words.nobodyWaits : words.longest(duration(longest))}</span>
        {line.length > 0 && <b class="rh-numbers">{line.length}</b>}
      </header>
      {line.length > 0 && (
        <List label={words.lineOf(safeName(name))}>
          {line.map((request) => (
            <TeamRequestRow key={request.id} request={request} team={team} now={now} />
          ))}
        </List>
      )}
    </div>
  );
}

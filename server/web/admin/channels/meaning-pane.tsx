import type { Channel, ChannelStatus } from '../../../../shared/contract/channel.ts';
import { Status } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/admin-en.ts';
import type { ChannelDraft } from './channel-draft.ts';
import { statusKinds } from './channel-status.tsx';

type MeaningPaneProps = { channel: Channel; draft: ChannelDraft; isChanged: boolean };

/** What the numbers mean now, with the figures that the server gives: members and who waits. */
export function MeaningPane({ channel, draft, isChanged }: MeaningPaneProps) {
  const { meaning } = texts.channels;
  const members = draft.members.length;
  const availableQueue = draft.availableQueue ?? channel.now.settings.availableQueue;
  const busyQueue = draft.busyQueue ?? channel.now.settings.busyQueue;
  const lines: readonly [ChannelStatus, string][] = [
    ['available', meaning.available(availableQueue, members)],
    ['busy', meaning.busy(busyQueue, members, channel.waiting)],
    ['reservation-only', meaning.reservation(channel.reservations.most, channel.reservations.open)],
    ['offline', meaning.offline],
  ];
  return (
    <div class="admin-meaning">
      <div>
        <h2>{meaning.title}</h2>
        <p class="rh-soft">{meaning.members(members)}</p>
      </div>
      {lines.map(([status, words]) => (
        <div key={status} class="admin-meaning-line" data-now={status === channel.status}>
          <Status
            kind={statusKinds[status]}
            word={
              status === channel.status
                ? texts.channels.now(texts.channels.status[status])
                : texts.channels.status[status]
            }
            strong
          />
          <p class="rh-soft">{words}</p>
        </div>
      ))}
      {isChanged && <p class="admin-meaning-note rh-soft">{meaning.unsaved}</p>}
    </div>
  );
}

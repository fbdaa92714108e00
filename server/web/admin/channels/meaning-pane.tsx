import type { Channel, ChannelStatus } from '../../../../shared/contract/channel.ts';
import type { QueueDefaults } from '../../../../shared/contract/queue-settings.ts';
import { Status } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/admin-en.ts';
import { queueTexts } from '../../texts/admin-queue-en.ts';
import type { ChannelDraft } from './channel-draft.ts';
import { statusKinds } from './channel-status.tsx';
import { PlaceMarks } from './place-marks.tsx';
import './meaning-pane.css';

type MeaningPaneProps = { channel: Channel; defaults: QueueDefaults; draft: ChannelDraft; isChanged: boolean };

/** What the numbers come to now: with the reps who are logged in, the customers they have, and those who wait. */
export function MeaningPane({ channel, defaults, draft, isChanged }: MeaningPaneProps) {
  const { now, waiting, reservations } = channel;
  const { meaning } = texts.channels;
  const { reps, available, busy } = queueTexts.meaning;
  const ready = now.loggedIn - now.away;
  const availableQueue = draft.availableQueue ?? defaults.availableQueue;
  const busyQueue = draft.busyQueue ?? defaults.busyQueue;
  const counted = (draft.countsAway ?? defaults.countsAway) ? now.loggedIn : ready;
  // As saved the server has counted, with the capacities that reps have of their own.
  const room = availableQueue === now.settings.availableQueue ? now.room : availableQueue * ready;
  const lines: readonly { status: ChannelStatus; words: string; taken?: number; most?: number }[] = [
    { status: 'available', words: available(room, now.helped), taken: now.helped, most: room },
    {
      status: 'busy',
      words: busy(busyQueue * counted, busyQueue, counted, waiting),
      taken: waiting,
      most: busyQueue * counted,
    },
    { status: 'reservation-only', words: meaning.reservation(reservations.most, reservations.open) },
    { status: 'offline', words: meaning.offline },
  ];
  return (
    <div class="admin-meaning">
      <div>
        <h2>{meaning.title}</h2>
        <p class="rh-soft">{draft.members.length === 0 ? meaning.members(0) : reps(now.loggedIn, now.away)}</p>
      </div>
      {lines.map(({ status, words, taken, most }) => (
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
          {taken !== undefined && most !== undefined && <PlaceMarks taken={taken} most={most} of={status} />}
        </div>
      ))}
      {isChanged && <p class="admin-meaning-note rh-soft">{meaning.unsaved}</p>}
    </div>
  );
}

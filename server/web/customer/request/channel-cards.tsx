import type { ChannelStatus, PublicChannel } from '../../../../shared/contract/channel.ts';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { RadioCards } from '../../../../shared/ui/radio-cards.tsx';
import type { StatusKind } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/customer.ts';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { whenWords } from '../reservation/call-times.ts';
import { wayIn } from './channel-choice.ts';

/** The shape of each status. */
export const statusKinds: Record<ChannelStatus, StatusKind> = {
  available: 'available',
  busy: 'busy',
  'reservation-only': 'reservation',
  offline: 'offline',
};

type ChannelCardsProps = {
  channels: readonly PublicChannel[];
  chosen: string | undefined;
  onChoose: (channel: string) => void;
  /** By the server's clock; this computer's unless given. */
  now?: number;
};

/** What it is about, each with how busy its people are, as of now. */
export function ChannelCards({ channels, chosen, onChoose, now = systemClock.now() }: ChannelCardsProps) {
  return (
    <RadioCards
      label={texts.request.about}
      value={chosen}
      onValue={onChoose}
      cards={channels.map((channel) => ({
        value: channel.id,
        title: channel.name,
        detail: channel.description === '' ? undefined : channel.description,
        status: {
          kind: statusKinds[channel.status],
          word: texts.channels[channel.status].word,
          note: noteOf(channel, now),
        },
        disabled: wayIn(channel, false) === 'none',
      }))}
    />
  );
}

/* What can be done, in a few words; when it opens counts for more than that a call can be reserved. */
function noteOf({ status, wait, opensAt, takesReservations }: PublicChannel, now: number): string {
  if (status === 'busy' && wait !== null) return texts.channels.about(wait.fromMinutes, wait.toMinutes);
  if (status === 'available' || status === 'busy') return texts.channels[status].note;
  if (opensAt !== null) return whenWords(opensAt, now, reservationTexts.opens);
  if (!takesReservations) return reservationTexts.notes.none;
  return status === 'offline' ? reservationTexts.notes.canReserve : reservationTexts.notes.chooseTime;
}

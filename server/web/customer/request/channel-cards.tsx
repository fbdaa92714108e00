import type { ChannelStatus, PublicChannel } from '../../../../shared/contract/channel.ts';
import { RadioCards } from '../../../../shared/ui/radio-cards.tsx';
import type { StatusKind } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/customer-en.ts';
import { canBeAsked } from './channel-choice.ts';

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
};

/** What it is about, each with how busy its people are, as of now. */
export function ChannelCards({ channels, chosen, onChoose }: ChannelCardsProps) {
  return (
    <RadioCards
      label={texts.request.about}
      value={chosen}
      onValue={onChoose}
      cards={channels.map((channel) => ({
        value: channel.id,
        title: channel.name,
        detail: channel.description === '' ? undefined : channel.description,
        status: { kind: statusKinds[channel.status], word: texts.channels[channel.status].word, note: noteOf(channel) },
        disabled: !canBeAsked(channel),
      }))}
    />
  );
}

function noteOf({ status, wait }: PublicChannel): string {
  if (status !== 'busy' || wait === null) return texts.channels[status].note;
  return texts.channels.about(wait.fromMinutes, wait.toMinutes);
}

import type { ChannelStatus } from '../../../../shared/contract/channel.ts';
import { Status } from '../../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/admin-en.ts';

/** Which shape a channel's status has. */
export const statusKinds: Record<ChannelStatus, StatusKind> = {
  available: 'available',
  busy: 'busy',
  'reservation-only': 'reservation',
  offline: 'offline',
};

/** What customers see of a channel at this moment. */
export function ChannelStatusMark({ status, isNow }: { status: ChannelStatus; isNow?: boolean }) {
  const word = texts.channels.status[status];
  return <Status kind={statusKinds[status]} word={isNow === true ? texts.channels.now(word) : word} />;
}

import type { ChannelNow, ChannelStatus } from '../../shared/contract/channel.ts';
import type { QueueSettings } from '../../shared/contract/queue-settings.ts';
import type { RepStanding } from '../presence/derive-presence.ts';

/** A rep of a channel, with the number of customers they may help there. */
export interface ChannelRep extends RepStanding {
  readonly capacity: number;
}

/** What a channel's status follows from. */
export interface ChannelFigures {
  readonly reps: readonly ChannelRep[];
  /** Customers in line. */
  readonly waiting: number;
  readonly settings: QueueSettings;
}

/** What a customer sees of a channel: see the product rulings on presence and capacity. */
export function channelStatus({ reps, waiting, settings }: ChannelFigures): ChannelStatus {
  if (!reps.some(({ loggedIn }) => loggedIn)) return 'offline';
  if (reps.some(hasRoom)) return 'available';
  return waiting < mayWait(reps, settings) ? 'busy' : 'reservation-only';
}

/** What the settings of a channel come to with these reps. */
export function channelNow(reps: readonly ChannelRep[], settings: QueueSettings): ChannelNow {
  const present = reps.filter(({ loggedIn }) => loggedIn);
  const ready = present.filter(({ chosen }) => chosen !== 'away');
  return {
    settings,
    loggedIn: present.length,
    away: present.length - ready.length,
    room: sum(ready.map(({ capacity }) => capacity)),
    helped: sum(ready.map(({ activeSessions }) => activeSessions)),
    mayWait: mayWait(reps, settings),
  };
}

/** Whether a rep who is there could take one more customer. */
export function hasRoom({ loggedIn, chosen, activeSessions, capacity }: ChannelRep): boolean {
  return loggedIn && chosen !== 'away' && activeSessions < capacity;
}

/** Whether somebody may get in line. Reservations are another matter. */
export function mayAsk(status: ChannelStatus): boolean {
  return status === 'available' || status === 'busy';
}

function mayWait(reps: readonly ChannelRep[], { busyQueue, countsAway }: QueueSettings): number {
  return busyQueue * reps.filter(({ loggedIn, chosen }) => loggedIn && (countsAway || chosen !== 'away')).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

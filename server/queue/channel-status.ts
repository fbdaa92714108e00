import type { ChannelStatus } from '../../shared/contract/channel.ts';
import type { RepStanding } from '../presence/derive-presence.ts';

/** What a channel's status follows from. */
export interface ChannelFigures {
  /** Standings of the channel's reps. */
  readonly reps: readonly RepStanding[];
  /** Customers in line. */
  readonly waiting: number;
  /** Available Queue #: customers one rep supports at the same time. */
  readonly availableQueue: number;
  /** Busy Queue #: customers who may wait, for each rep logged in. */
  readonly busyQueue: number;
}

/** What a customer sees of a channel: see the product rulings on presence and capacity. */
export function channelStatus({ reps, waiting, availableQueue, busyQueue }: ChannelFigures): ChannelStatus {
  const loggedIn = reps.filter((rep) => rep.loggedIn);
  if (loggedIn.length === 0) return 'offline';
  if (loggedIn.some((rep) => rep.chosen !== 'away' && rep.activeSessions < availableQueue)) return 'available';
  return waiting < busyQueue * loggedIn.length ? 'busy' : 'reservation-only';
}

/** Whether somebody may get in line. Reservations are another matter. */
export function mayAsk(status: ChannelStatus): boolean {
  return status === 'available' || status === 'busy';
}

import type { ReservationEnd } from '../../shared/contract/reservation.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { ReservationRecord } from './reservation-model.ts';
import { ownReservation, repReservation } from './reservation-views.ts';

export interface ReservationNewsNeeds {
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
  readonly channels: Pick<ChannelDirectory, 'find'>;
  /** How many are open has changed, and with it what channels can offer. */
  readonly onCount: () => void;
}

/** Tells the channel's reps and the customer how a reservation stands. */
export interface ReservationNews {
  changed(record: ReservationRecord): Promise<void>;
  /** A new one, which the caller's page knows already. */
  left(record: ReservationRecord): Promise<void>;
  settled(record: ReservationRecord, how: ReservationEnd, by: string | null): Promise<void>;
}

export function createReservationNews({ links, channels, onCount }: ReservationNewsNeeds): ReservationNews {
  const membersOf = async ({ channel }: ReservationRecord) => (await channels.find(channel))?.members ?? [];

  async function changed(record: ReservationRecord) {
    const reservation = repReservation(record);
    for (const member of await membersOf(record))
      links.toAccount(member, { type: 'reservations.changed', reservation });
    links.toBrowser(record.browser, { type: 'reservations.changed', reservation: ownReservation(record) });
  }

  return {
    changed,
    async left(record) {
      await changed(record);
      onCount();
    },
    async settled(record, how, by) {
      for (const member of await membersOf(record)) {
        links.toAccount(member, { type: 'reservations.settled', reservation: record._id, how, by });
      }
      links.toBrowser(record.browser, { type: 'reservations.changed', reservation: null });
      onCount();
    },
  };
}

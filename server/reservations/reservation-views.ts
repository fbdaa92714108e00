/** What customers and reps are shown of a reservation. Pure. */
import type { OwnReservation, Reservation } from '../../shared/contract/reservation.ts';
import type { ReservationRecord } from './reservation-model.ts';

/** A reservation as its channel's reps see it. */
export function repReservation(record: ReservationRecord): Reservation {
  const { _id: id, channel, channelName, name, email, phone, reason, message, createdAt, wishedAt } = record;
  const { due, missed, lastMissedAt, calling = null } = record;
  const asked = { id, channel, channelName, name, email, phone, reason, message, createdAt, wishedAt };
  return { ...asked, due, missed, lastMissedAt, calling };
}

/** A reservation as its customer sees it. */
export function ownReservation(record: ReservationRecord): OwnReservation {
  const { channel, channelName, name, email, phone, reason, message, wishedAt, createdAt, expiresAt } = record;
  return {
    form: { channel, name, email, phone, reason, message, wishedAt },
    channelName,
    createdAt,
    expiresAt,
    missed: record.missed,
    lastMissedAt: record.lastMissedAt,
    calledBy: record.calling?.by ?? null,
  };
}

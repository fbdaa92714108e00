/** What reps, customers and the web panel ask and hear about reservations and business hours. */
import * as v from 'valibot';
import { BusinessHours, Opening, TimeZone } from './business-hours.ts';
import { Channel } from './channel.ts';
import { Nothing, operation } from './contract.ts';
import { ChannelId, ReservationId } from './identifiers.ts';
import { ProofOfWork } from './proof-of-work.ts';
import {
  OwnReservation,
  Reservation,
  ReservationQueue,
  ReservationChange,
  ReservationEnd,
  ReservationForm,
} from './reservation.ts';
import { SessionHead } from './session.ts';

const one = v.strictObject({ reservation: ReservationId });
const own = v.strictObject({ reservation: OwnReservation });
const proven = { proof: v.exactOptional(ProofOfWork) };

export const repReservationOperations = {
  /** Begins a session with a code to tell the customer. `already-taken` names who calls. */
  'reservations.callBack': operation(one, v.strictObject({ session: SessionHead })),
  /** Nobody answered: the reservation goes back into the list, and the session that waited ends. */
  'reservations.missed': operation(one, Nothing),
  /** The customer has been helped, with or without a session. */
  'reservations.done': operation(one, Nothing),
};

/** A reservation is new, or something about it has changed. */
export const reservationChanged = v.strictObject({ type: v.literal('reservations.changed'), reservation: Reservation });

/** A reservation is no longer open; `by` names the rep who settled it. */
export const reservationSettled = v.strictObject({
  type: v.literal('reservations.settled'),
  reservation: ReservationId,
  how: ReservationEnd,
  by: v.nullable(v.string()),
});

export const customerReservationOperations = {
  /** When the channel is open in the next two weeks. */
  'reservations.times': operation(
    v.strictObject({ channel: ChannelId }),
    v.strictObject({ openings: v.array(Opening) }),
  ),
  'reservations.leave': operation(v.strictObject({ ...ReservationForm.entries, ...proven }), own),
  'reservations.change': operation(v.strictObject({ ...ReservationChange.entries, ...proven }), own),
  'reservations.cancel': operation(Nothing, Nothing),
};

/** How the reservation of this browser stands now; `null` when it is no longer open. */
export const ownReservationChanged = v.strictObject({
  type: v.literal('reservations.changed'),
  reservation: v.nullable(OwnReservation),
});

/**
 * The organisation's clock, and how it takes reservations: the time zone of all business hours, for how many days a reservation
 * is kept, and Reservation Queue # of channels that have none of their own.
 */
export const OrganisationTimes = v.strictObject({
  timeZone: TimeZone,
  reservationDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  reservationQueue: ReservationQueue,
});
export type OrganisationTimes = v.InferOutput<typeof OrganisationTimes>;

export const adminReservationOperations = {
  'channels.setReserving': operation(
    v.strictObject({ id: ChannelId, hours: BusinessHours, reservationQueue: v.nullable(ReservationQueue) }),
    v.strictObject({ channel: Channel }),
  ),
  'organisation.times': operation(Nothing, v.strictObject({ times: OrganisationTimes })),
  'organisation.setTimes': operation(OrganisationTimes, v.strictObject({ times: OrganisationTimes })),
};

/** Reservations: a customer asks to be called back, and a rep does it. */
import * as v from 'valibot';
import { TimeZone } from './business-hours.ts';
import { AccountId, ChannelId, ReservationId, SessionId } from './identifiers.ts';
import { Moment, OptionalEmail, PersonName, Phone, line, paragraph } from './text.ts';

/** What can be changed of a reservation as long as nobody calls. `wishedAt: null` means as soon as possible. */
export const ReservationChange = v.strictObject({
  name: PersonName,
  email: OptionalEmail,
  phone: Phone,
  reason: line(120),
  message: paragraph(2000),
  wishedAt: v.nullable(Moment),
  /** The customer's own, for what is written to them; one that the server does not know counts as not told. */
  timeZone: v.fallback(v.optional(TimeZone), undefined),
});
export type ReservationChange = v.InferOutput<typeof ReservationChange>;

/** What a customer fills in to be called back. */
export const ReservationForm = v.strictObject({ channel: ChannelId, ...ReservationChange.entries });
export type ReservationForm = v.InferOutput<typeof ReservationForm>;

/** Reservation Queue #: customers of a channel who may ask to be called back; with 0 nobody may. */
export const ReservationQueue = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The reservation of a browser, as its customer sees it. `missed` counts calls that nobody answered. */
export const OwnReservation = v.strictObject({
  form: ReservationForm,
  channelName: v.string(),
  createdAt: Moment,
  expiresAt: Moment,
  missed: Count,
  lastMissedAt: v.nullable(Moment),
  /** Who calls at this moment. */
  calledBy: v.nullable(v.string()),
});
export type OwnReservation = v.InferOutput<typeof OwnReservation>;

/** A reservation as the reps of its channel see it, as long as it is open. */
export const Reservation = v.strictObject({
  id: ReservationId,
  channel: ChannelId,
  channelName: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.string(),
  reason: v.string(),
  message: v.string(),
  createdAt: Moment,
  wishedAt: v.nullable(Moment),
  /** The wished time has come, and nobody has called since. */
  due: v.boolean(),
  missed: Count,
  lastMissedAt: v.nullable(Moment),
  /** Exactly one rep calls, in a session that waits for the customer. */
  calling: v.nullable(v.strictObject({ account: AccountId, by: v.string(), since: Moment, session: SessionId })),
});
export type Reservation = v.InferOutput<typeof Reservation>;

/**
 * How a reservation ended: helped, given up by the customer, nobody called in time, or its channel was removed.
 */
export const ReservationEnd = v.picklist(['done', 'cancelled', 'expired', 'closed']);
export type ReservationEnd = v.InferOutput<typeof ReservationEnd>;

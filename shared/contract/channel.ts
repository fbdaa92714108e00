import * as v from 'valibot';
import { BusinessHours } from './business-hours.ts';
import { AccountId, ChannelId } from './identifiers.ts';
import { ChannelDistribution, ChannelNumbers, QueueSettings } from './queue-settings.ts';
import { ReservationQueue } from './reservation.ts';
import { Moment, line, optionalLine } from './text.ts';

/** What a customer sees of a support channel. Derived from who is there and who waits; never stored. */
export const ChannelStatus = v.picklist(['available', 'busy', 'reservation-only', 'offline']);
export type ChannelStatus = v.InferOutput<typeof ChannelStatus>;

/** A range of waiting time in whole minutes, or `null` when too little is known to be honest. */
export const WaitRange = v.nullable(
  v.strictObject({
    fromMinutes: v.pipe(v.number(), v.integer(), v.minValue(0)),
    toMinutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
);
export type WaitRange = v.InferOutput<typeof WaitRange>;

export const ChannelName = line(60);
export const ChannelDescription = optionalLine(140);

/** A channel on the request page. */
export const PublicChannel = v.strictObject({
  id: ChannelId,
  name: ChannelName,
  description: ChannelDescription,
  status: ChannelStatus,
  wait: WaitRange,
  /** When the channel opens next, while it is closed by its business hours. */
  opensAt: v.nullable(Moment),
  /** Whether a reservation can be left now. */
  takesReservations: v.boolean(),
});
export type PublicChannel = v.InferOutput<typeof PublicChannel>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the settings of a channel come to at this moment. */
export const ChannelNow = v.strictObject({
  /** Its own settings, with the organisation's wherever it has none. */
  settings: QueueSettings,
  loggedIn: Count,
  /** Of those who are logged in. */
  away: Count,
  /** Customers whom the reps who are there and not Away can support together. */
  room: Count,
  /** Customers whom they support. */
  helped: Count,
  /** Customers who may wait. */
  mayWait: Count,
});
export type ChannelNow = v.InferOutput<typeof ChannelNow>;

/** A channel in the web panel. */
export const Channel = v.strictObject({
  id: ChannelId,
  name: ChannelName,
  description: ChannelDescription,
  numbers: ChannelNumbers,
  distribution: ChannelDistribution,
  hours: BusinessHours,
  /** Its own Reservation Queue #; `null` is as the organisation says. */
  reservationQueue: v.nullable(ReservationQueue),
  members: v.array(AccountId),
  status: ChannelStatus,
  waiting: Count,
  /** Reservations that are open, and how many may be. */
  reservations: v.strictObject({ open: Count, most: Count }),
  now: ChannelNow,
});
export type Channel = v.InferOutput<typeof Channel>;

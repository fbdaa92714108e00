/** How a channel's queue behaves: the organisation's defaults, and what a channel or a rep has of its own. */
import * as v from 'valibot';

/** A number of the queue, 1 to 99. */
export const QueueNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

/** A rep's own Available Queue #, in place of every channel's; `null` is as the channel says. */
export const Capacity = v.nullable(QueueNumber);
export type Capacity = v.InferOutput<typeof Capacity>;

/** Whom a waiting request is offered to first. `to-all`: everybody who has room, at once. */
export const OfferPolicy = v.picklist(['longest-idle', 'round-robin', 'fewest-sessions', 'to-all']);
export type OfferPolicy = v.InferOutput<typeof OfferPolicy>;

/** How much a request or a channel presses; each level counts as some minutes of waiting. */
export const Priority = v.picklist(['low', 'normal', 'high', 'urgent']);
export type Priority = v.InferOutput<typeof Priority>;

/** How long an offer stands, in seconds. */
const OfferSeconds = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(300));

/** Everything that a channel's queue follows. */
export const QueueSettings = v.strictObject({
  /** Available Queue #: customers one rep supports at the same time. */
  availableQueue: QueueNumber,
  /** Busy Queue #: customers who may wait, for each rep logged in. */
  busyQueue: QueueNumber,
  /** Whether reps who are Away count as logged in for the Busy Queue #. */
  countsAway: v.boolean(),
  policy: OfferPolicy,
  offerSeconds: OfferSeconds,
  /** Whether a rep who misses three offers in a row becomes Away. */
  awayAfterMissed: v.boolean(),
});
export type QueueSettings = v.InferOutput<typeof QueueSettings>;

/** The organisation's settings, which hold wherever a channel says nothing of its own. */
export const QueueDefaults = v.strictObject({
  ...QueueSettings.entries,
  /** For how many minutes of waiting one level of priority counts: so nobody is overtaken for ever. */
  priorityMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)),
});
export type QueueDefaults = v.InferOutput<typeof QueueDefaults>;

/** The numbers of a channel itself; `null` is as the organisation says. */
export const ChannelNumbers = v.strictObject({
  availableQueue: v.nullable(QueueNumber),
  busyQueue: v.nullable(QueueNumber),
});
export type ChannelNumbers = v.InferOutput<typeof ChannelNumbers>;

/** Whom a channel itself asks, and for how long; `null` is as the organisation says. */
export const ChannelDistribution = v.strictObject({
  policy: v.nullable(OfferPolicy),
  offerSeconds: v.nullable(OfferSeconds),
  countsAway: v.nullable(v.boolean()),
  awayAfterMissed: v.nullable(v.boolean()),
  /** Against other channels of the same reps. */
  priority: Priority,
});
export type ChannelDistribution = v.InferOutput<typeof ChannelDistribution>;

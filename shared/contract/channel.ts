import * as v from 'valibot';
import { AccountId, ChannelId } from './identifiers.ts';
import { line, optionalLine } from './text.ts';

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
});
export type PublicChannel = v.InferOutput<typeof PublicChannel>;

/** A number of the queue, 1 to 99. */
const QueueNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

export const ChannelNumbers = v.strictObject({
  /** Available Queue #: customers one rep supports at the same time. */
  availableQueue: QueueNumber,
  /** Busy Queue #: customers who may wait, for each rep logged in. */
  busyQueue: QueueNumber,
});

/** A channel in the web panel. */
export const Channel = v.strictObject({
  id: ChannelId,
  name: ChannelName,
  description: ChannelDescription,
  numbers: ChannelNumbers,
  members: v.array(AccountId),
  status: ChannelStatus,
  waiting: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Channel = v.InferOutput<typeof Channel>;

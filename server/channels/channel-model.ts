import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { BusinessHours, alwaysOpen } from '../../shared/contract/business-hours.ts';
import { ChannelDescription, ChannelName } from '../../shared/contract/channel.ts';
import { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import { ChannelDistribution, ChannelNumbers } from '../../shared/contract/queue-settings.ts';
import { ReservationQueue } from '../../shared/contract/reservation.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** A support channel as it is stored. Its status is derived, never stored. */
export const ChannelDocument = v.object({
  _id: ChannelId,
  name: ChannelName,
  /** `name` in lower case, so that customers cannot be offered two of the same. */
  nameKey: v.string(),
  description: v.fallback(ChannelDescription, ''),
  /** What is missing or wrong here is as the organisation says. */
  availableQueue: v.fallback(ChannelNumbers.entries.availableQueue, null),
  busyQueue: v.fallback(ChannelNumbers.entries.busyQueue, null),
  policy: v.fallback(ChannelDistribution.entries.policy, null),
  offerSeconds: v.fallback(ChannelDistribution.entries.offerSeconds, null),
  countsAway: v.fallback(ChannelDistribution.entries.countsAway, null),
  awayAfterMissed: v.fallback(ChannelDistribution.entries.awayAfterMissed, null),
  priority: v.fallback(ChannelDistribution.entries.priority, 'normal'),
  hours: v.fallback(BusinessHours, alwaysOpen),
  reservationQueue: v.fallback(v.nullable(ReservationQueue), null),
  /** One that is no account's id is nobody; the others stay. */
  members: v.pipe(
    v.array(v.unknown()),
    v.transform((members) => members.filter((member): member is AccountId => v.is(AccountId, member))),
  ),
  createdAt: Moment,
});
export type ChannelDocument = v.InferOutput<typeof ChannelDocument>;

export type ChannelModel = Model<ChannelDocument>;

export function channelModel(connection: Connection): ChannelModel {
  const schema = strictSchema<ChannelDocument>(
    {
      name: { type: String, required: true },
      nameKey: { type: String, required: true, unique: true },
      description: { type: String, default: '' },
      availableQueue: { type: Number, default: null },
      busyQueue: { type: Number, default: null },
      policy: { type: String, default: null },
      offerSeconds: { type: Number, default: null },
      countsAway: { type: Boolean, default: null },
      awayAfterMissed: { type: Boolean, default: null },
      priority: { type: String, default: 'normal' },
      hours: { type: Schema.Types.Mixed, default: alwaysOpen },
      reservationQueue: { type: Number, default: null },
      members: { type: [String], required: true, index: true },
      createdAt: { type: Number, required: true },
    },
    'channels',
  );
  readAs(schema, ChannelDocument);
  return connection.model<ChannelDocument>('Channel', schema);
}

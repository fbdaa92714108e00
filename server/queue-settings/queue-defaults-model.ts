import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { QueueDefaults } from '../../shared/contract/queue-settings.ts';
import { readAs } from '../documents/damage.ts';
import { firstDefaults } from './settings-in-force.ts';

/** The one document of it. */
export const onlyDefaults = 'queue';

const { entries } = QueueDefaults;

/** The organisation's settings as they are stored. What is missing or wrong in it is as in a new organisation. */
export const StoredQueueDefaults = v.object({
  _id: v.literal(onlyDefaults),
  availableQueue: v.fallback(entries.availableQueue, firstDefaults.availableQueue),
  busyQueue: v.fallback(entries.busyQueue, firstDefaults.busyQueue),
  countsAway: v.fallback(entries.countsAway, firstDefaults.countsAway),
  policy: v.fallback(entries.policy, firstDefaults.policy),
  offerSeconds: v.fallback(entries.offerSeconds, firstDefaults.offerSeconds),
  awayAfterMissed: v.fallback(entries.awayAfterMissed, firstDefaults.awayAfterMissed),
  priorityMinutes: v.fallback(entries.priorityMinutes, firstDefaults.priorityMinutes),
});
export type StoredQueueDefaults = v.InferOutput<typeof StoredQueueDefaults>;

const schema = new Schema<StoredQueueDefaults>(
  {
    _id: { type: String, required: true },
    availableQueue: { type: Number, required: true },
    busyQueue: { type: Number, required: true },
    countsAway: { type: Boolean, required: true },
    policy: { type: String, required: true },
    offerSeconds: { type: Number, required: true },
    awayAfterMissed: { type: Boolean, required: true },
    priorityMinutes: { type: Number, required: true },
  },
  { collection: 'queue_defaults', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, StoredQueueDefaults);

/** The organisation's queue settings. */
export function queueDefaultsModel(connection: Connection): QueueDefaultsModel {
  return connection.model<StoredQueueDefaults>('QueueDefaults', schema);
}
export type QueueDefaultsModel = Model<StoredQueueDefaults>;

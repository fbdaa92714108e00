import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { Retention } from '../../shared/contract/retention.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The one document of it. */
export const onlyRetention = 'retention';

const { sessionDays, requestDays, invitationDays, trustDays } = Retention.entries;

/** The setting as it is stored. What is missing or wrong in it keeps for ever: nothing is deleted by mistake. */
export const StoredRetention = v.object({
  _id: v.string(),
  sessionDays: v.fallback(sessionDays, null),
  requestDays: v.fallback(requestDays, null),
  invitationDays: v.fallback(invitationDays, null),
  trustDays: v.fallback(trustDays, null),
});
export type StoredRetention = v.InferOutput<typeof StoredRetention>;

/** For how long the organisation keeps what customers leave behind. */
export function retentionModel(connection: Connection) {
  const days = { type: Number, default: null };
  const schema = strictSchema<StoredRetention>(
    { sessionDays: days, requestDays: days, invitationDays: days, trustDays: days },
    'retention',
  );
  readAs(schema, StoredRetention);
  return connection.model<StoredRetention>('Retention', schema);
}

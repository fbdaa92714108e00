import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** Tries that count against one account or address in one window of time. `_id` is `<what>:<whom>:<window>`. */
export const StoredTries = v.object({ _id: v.string(), count: v.number(), expiresAt: v.date() });
export type StoredTries = v.InferOutput<typeof StoredTries>;

export type SignInThrottleModel = Model<StoredTries>;

export function signInThrottleModel(connection: Connection): SignInThrottleModel {
  const schema = strictSchema<StoredTries>(
    { count: { type: Number, required: true }, expiresAt: { type: Date, required: true } },
    'sign_in_tries',
  );
  readAs(schema, StoredTries);
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<StoredTries>('SignInTries', schema);
}

import type { Connection, Model } from 'mongoose';
import { strictSchema } from '../documents/strict-schema.ts';

/** Tries that count against one account or address in one window of time. `_id` is `<what>:<whom>:<window>`. */
export interface StoredTries {
  _id: string;
  count: number;
  expiresAt: Date;
}

export type SignInThrottleModel = Model<StoredTries>;

export function signInThrottleModel(connection: Connection): SignInThrottleModel {
  const schema = strictSchema<StoredTries>(
    { count: { type: Number, required: true }, expiresAt: { type: Date, required: true } },
    'sign_in_tries',
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<StoredTries>('SignInTries', schema);
}

import type { Connection, Model } from 'mongoose';
import { strictSchema } from '../documents/strict-schema.ts';

/** An address from which somebody has signed in to an account. `_id` is `<user ID, lower case> <address>`. */
export interface StoredSignInPlace {
  _id: string;
  expiresAt: Date;
}

export type SignInPlaceModel = Model<StoredSignInPlace>;

export function signInPlaceModel(connection: Connection): SignInPlaceModel {
  const schema = strictSchema<StoredSignInPlace>({ expiresAt: { type: Date, required: true } }, 'sign_in_places');
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<StoredSignInPlace>('SignInPlace', schema);
}

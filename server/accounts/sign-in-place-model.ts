import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** An address from which somebody has signed in to an account. `_id` is `<user ID, lower case> <address>`. */
export const StoredSignInPlace = v.object({ _id: v.string(), expiresAt: v.date() });
export type StoredSignInPlace = v.InferOutput<typeof StoredSignInPlace>;

export type SignInPlaceModel = Model<StoredSignInPlace>;

export function signInPlaceModel(connection: Connection): SignInPlaceModel {
  const schema = strictSchema<StoredSignInPlace>({ expiresAt: { type: Date, required: true } }, 'sign_in_places');
  readAs(schema, StoredSignInPlace);
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<StoredSignInPlace>('SignInPlace', schema);
}

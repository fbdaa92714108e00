import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** Where a sign-in holds: the extension (token) or the web panel (cookie). One never opens the other's door. */
export const SignInKind = v.picklist(['extension', 'panel']);
export type SignInKind = v.InferOutput<typeof SignInKind>;

/** A sign-in that holds. `_id` is the hash of its token; the token itself is nowhere on the server. */
export const StoredSignIn = v.object({
  _id: v.string(),
  account: AccountId,
  kind: SignInKind,
  createdAt: Moment,
  /** A date, because the store clears what is past it by itself. */
  expiresAt: v.date(),
});
export type StoredSignIn = v.InferOutput<typeof StoredSignIn>;

export type SignInModel = Model<StoredSignIn>;

export function signInModel(connection: Connection): SignInModel {
  const schema = strictSchema<StoredSignIn>(
    {
      account: { type: String, required: true, index: true },
      kind: { type: String, required: true },
      createdAt: { type: Number, required: true },
      expiresAt: { type: Date, required: true },
    },
    'sign_ins',
  );
  readAs(schema, StoredSignIn);
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<StoredSignIn>('SignIn', schema);
}

import type { Connection, Model } from 'mongoose';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** Where a sign-in holds: the extension (token) or the web panel (cookie). One never opens the other's door. */
export type SignInKind = 'extension' | 'panel';

/** A sign-in that holds. `_id` is the hash of its token; the token itself is nowhere on the server. */
export interface StoredSignIn {
  _id: string;
  account: AccountId;
  kind: SignInKind;
  /** Milliseconds. */
  createdAt: number;
  /** A date, because the store clears what is past it by itself. */
  expiresAt: Date;
}

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
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<StoredSignIn>('SignIn', schema);
}

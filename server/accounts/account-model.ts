import type { Connection, Model } from 'mongoose';
import type { Role } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** An account as it is stored. Moments in milliseconds. */
export interface StoredAccount {
  _id: AccountId;
  userId: string;
  /** `userId` in lower case: login names differ by more than case. */
  userIdKey: string;
  fullName: string;
  displayName: string;
  email: string;
  role: Role;
  disabled: boolean;
  /** Id of a picture, or `null` for initials. */
  picture: string | null;
  passwordHash: string;
  createdAt: number;
  lastSeenAt: number | null;
  /** When a sign-in that could open viewers ended last. */
  viewersRevokedAt: number | null;
}

export type AccountModel = Model<StoredAccount>;

export function accountModel(connection: Connection): AccountModel {
  const schema = strictSchema<StoredAccount>(
    {
      userId: { type: String, required: true },
      userIdKey: { type: String, required: true, unique: true },
      fullName: { type: String, required: true },
      displayName: { type: String, required: true },
      email: { type: String, default: '' },
      role: { type: String, required: true, index: true },
      disabled: { type: Boolean, required: true },
      picture: { type: String, default: null },
      passwordHash: { type: String, required: true },
      createdAt: { type: Number, required: true },
      lastSeenAt: { type: Number, default: null },
      viewersRevokedAt: { type: Number, default: null },
    },
    'accounts',
  );
  return connection.model<StoredAccount>('Account', schema);
}

/** The form of a login name that is compared. */
export function userIdKey(userId: string): string {
  return userId.toLowerCase();
}

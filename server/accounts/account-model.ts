import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Role } from '../../shared/contract/account.ts';
import { LedGroups } from '../../shared/contract/group.ts';
import { AccountId, GroupId } from '../../shared/contract/identifiers.ts';
import { Capacity } from '../../shared/contract/queue-settings.ts';
import { Moment, OptionalEmail, PersonName } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { searchWords, sortKey } from '../pages/search-words.ts';
import { strictSchema } from '../documents/strict-schema.ts';

const PictureId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** An account as it is stored. Moments in milliseconds. */
export const StoredAccount = v.object({
  _id: AccountId,
  userId: v.string(),
  /** `userId` in lower case: login names differ by more than case. */
  userIdKey: v.string(),
  fullName: PersonName,
  displayName: PersonName,
  email: v.fallback(OptionalEmail, ''),
  role: Role,
  disabled: v.boolean(),
  /** Id of a picture, or `null` for initials. */
  picture: v.fallback(v.nullable(PictureId), null),
  group: v.fallback(v.nullable(GroupId), null),
  leads: v.fallback(LedGroups, []),
  passwordHash: v.string(),
  /** Customers at the same time, in place of every channel's number. */
  capacity: v.fallback(Capacity, null),
  createdAt: Moment,
  /** 0 for never: what lists are sorted by is there in every document. */
  lastSeenAt: v.fallback(Moment, 0),
  /** `fullName` as lists sort it, and the words by which lists find the account. */
  nameKey: v.fallback(v.string(), ''),
  words: v.fallback(v.array(v.string()), []),
  /** How often sign-ins of this account were ended: who was linked before the last time may not be any more. */
  revocations: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type StoredAccount = v.InferOutput<typeof StoredAccount>;

export type AccountModel = Model<StoredAccount>;

export function accountModel(connection: Connection): AccountModel {
  const schema = strictSchema<StoredAccount>(
    {
      userId: { type: String, required: true },
      userIdKey: { type: String, required: true, unique: true },
      fullName: { type: String, required: true },
      displayName: { type: String, required: true },
      email: { type: String, default: '' },
      role: { type: String, required: true },
      disabled: { type: Boolean, required: true },
      picture: { type: String, default: null },
      group: { type: String, default: null },
      leads: { type: [String], default: [], index: true },
      passwordHash: { type: String, required: true },
      capacity: { type: Number, default: null },
      createdAt: { type: Number, required: true },
      lastSeenAt: { type: Number, default: 0 },
      nameKey: { type: String, default: '' },
      words: { type: [String], default: [] },
      revocations: { type: Number, default: 0 },
    },
    'accounts',
  );
  schema.index(
    { capacity: 1 },
    { partialFilterExpression: { capacity: { $gte: 1 } }, name: 'accounts_with_a_capacity_of_their_own' },
  );
  // Each sort of the list with `_id` behind it, and its filters with the usual sort.
  for (const field of ['nameKey', 'userIdKey', 'role', 'disabled', 'lastSeenAt'] as const) {
    schema.index({ [field]: 1, _id: 1 });
  }
  for (const filter of ['group', 'role', 'disabled'] as const) schema.index({ [filter]: 1, nameKey: 1, _id: 1 });
  schema.index({ words: 1 });
  readAs(schema, StoredAccount);
  return connection.model<StoredAccount>('Account', schema);
}

/** What lists of accounts sort and search by. */
export function listKeys(names: Pick<StoredAccount, 'userId' | 'fullName' | 'displayName' | 'email'>) {
  const { userId, fullName, displayName, email } = names;
  return { nameKey: sortKey(fullName), words: searchWords([fullName, displayName, userId, email]) };
}

/** The form of a login name that is compared. */
export function userIdKey(userId: string): string {
  return userId.toLowerCase();
}

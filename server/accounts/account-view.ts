import type { Account } from '../../shared/contract/account.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { StoredAccount } from './account-model.ts';

/** An account as everybody else sees it: without anything that only the server may know. */
export function toAccount(stored: StoredAccount, channels: readonly ChannelId[]): Account {
  return {
    id: stored._id,
    userId: stored.userId,
    fullName: stored.fullName,
    displayName: stored.displayName,
    email: stored.email,
    role: stored.role,
    disabled: stored.disabled,
    picture: picturePath(stored.picture),
    channels: [...channels],
    group: stored.group,
    leads: [...stored.leads],
    capacity: stored.capacity,
    createdAt: stored.createdAt,
    lastSeenAt: stored.lastSeenAt === 0 ? null : stored.lastSeenAt,
  };
}

/** Where a picture is served; `null` for none. */
export function picturePath(picture: string | null): string | null {
  return picture === null ? null : `/pictures/${picture}`;
}

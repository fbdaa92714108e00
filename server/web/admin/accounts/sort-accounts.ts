import type { Account } from '../../../../shared/contract/account.ts';
import type { TableSort } from '../../../../shared/ui/table.tsx';

export type AccountColumn = 'name' | 'displayName' | 'userId' | 'role' | 'channels' | 'state' | 'seen';

const ranks = { administrator: 0, 'team-lead': 1, representative: 2 } as const;

const compare: Partial<Record<AccountColumn, (one: Account, other: Account) => number>> = {
  name: (one, other) => one.fullName.localeCompare(other.fullName),
  displayName: (one, other) => one.displayName.localeCompare(other.displayName),
  userId: (one, other) => one.userId.localeCompare(other.userId),
  role: (one, other) => ranks[one.role] - ranks[other.role],
  state: (one, other) => Number(one.disabled) - Number(other.disabled),
  // Who was here last comes first.
  seen: (one, other) => (other.lastSeenAt ?? 0) - (one.lastSeenAt ?? 0),
};

/** The accounts in the order of a column; those alike by name. */
export function sortAccounts(accounts: readonly Account[], { key, direction }: TableSort<AccountColumn>): Account[] {
  const by = compare[key] ?? (() => 0);
  const way = direction === 'ascending' ? 1 : -1;
  return [...accounts].sort((one, other) => way * by(one, other) || one.fullName.localeCompare(other.fullName));
}

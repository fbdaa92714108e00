import type { Account } from '../../shared/contract/account.ts';
import { isWithin } from '../../shared/contract/group-tree.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { GroupDirectory } from './group-service.ts';

/** The reps of whom somebody is told what they do: `undefined` for all of them. */
export type SeenBy = (account: Account) => Promise<readonly AccountId[] | undefined>;

/** Administrators see everybody, team leads who stands in their groups or below, and nobody else sees anybody. */
export function createSeenBy(parts: {
  readonly groups: GroupDirectory;
  readonly accounts: { list(): Promise<Account[]> };
}): SeenBy {
  return async (account) => {
    if (account.role === 'administrator') return undefined;
    const [tree, everybody] = await Promise.all([parts.groups.tree(), parts.accounts.list()]);
    return everybody.filter((other) => isWithin(tree, account, other)).map(({ id }) => id);
  };
}

import type { Account } from '../../shared/contract/account.ts';
import type { GroupTree } from '../../shared/contract/group.ts';
import { isInside } from '../../shared/contract/group-tree.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { StatisticsFilter } from '../../shared/contract/statistics.ts';

/** The reps that are counted, of those who are seen; `undefined` for everybody, and for requests that nobody answered. */
export function repsCounted(
  { rep, group }: Pick<StatisticsFilter, 'rep' | 'group'>,
  seen: readonly AccountId[] | undefined,
  everybody: readonly Account[],
  tree: GroupTree,
): ReadonlySet<string> | undefined {
  if (rep === null && group === null && seen === undefined) return undefined;
  const isCounted = ({ id, group: own }: Account) =>
    (rep === null || id === rep) &&
    (group === null || isInside(tree, own, group)) &&
    (seen === undefined || seen.includes(id));
  return new Set(everybody.filter(isCounted).map(({ id }) => id));
}

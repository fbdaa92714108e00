/** Groups in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { CountedGroup } from '../../shared/contract/group-operations.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import { notEmpty } from './change-tree.ts';
import type { GroupService } from './group-service.ts';

/** What the web panel asks about groups. */
export type GroupHandlers = Pick<
  Handlers<AdminContract, AdminContext>,
  'groups.list' | 'groups.create' | 'groups.rename' | 'groups.move' | 'groups.remove'
>;

/** Answers each with all groups as they are then. */
export function createGroupHandlers(parts: {
  readonly groups: GroupService;
  readonly accounts: AccountService;
}): GroupHandlers {
  const { groups, accounts } = parts;

  const all = async (): Promise<{ groups: CountedGroup[] }> => {
    const [tree, counts] = await Promise.all([groups.tree(), accounts.countByGroup()]);
    return { groups: tree.map((group) => ({ ...group, accounts: counts.get(group.id) ?? 0 })) };
  };

  return {
    'groups.list': all,
    'groups.create': async ({ name, parent }) => {
      await groups.create(name, parent);
      return all();
    },
    'groups.rename': async ({ id, name }) => {
      await groups.rename(id, name);
      return all();
    },
    'groups.move': async ({ id, parent }) => {
      await groups.move(id, parent);
      return all();
    },
    'groups.remove': async ({ id, moveTo }) => {
      if (moveTo === undefined && ((await accounts.countByGroup()).get(id) ?? 0) > 0) throw notEmpty();
      const { parent } = await groups.remove(id, moveTo);
      // Who was put into it between the look and the removal goes where the group stood.
      await accounts.leaveGroup(id, moveTo === undefined ? parent : moveTo);
      return all();
    },
  };
}

/** Where accounts stand in the tree of groups, and whom they look after. Accounts and tree are two documents, so each side looks twice. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { GroupId } from '../../shared/contract/identifiers.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { GroupService } from '../groups/group-service.ts';
import type { AccountModel, StoredAccount } from './account-model.ts';

/** A group to stand in, and groups to lead. What is left out stays as it is. */
export interface AccountPlace {
  readonly group?: GroupId | null | undefined;
  readonly leads?: readonly GroupId[] | undefined;
}

export interface AccountPlaces {
  /** Puts an account into a group, and makes it look after others. Throws `not-found` when one of them is gone. */
  setPlace(id: AccountId, place: AccountPlace): Promise<Account>;
  /** How many accounts stand directly in each group. */
  countByGroup(): Promise<ReadonlyMap<GroupId, number>>;
  /** A group is gone: who stood in it stands in `target` now, and nobody leads it. */
  leaveGroup(group: GroupId, target: GroupId | null): Promise<void>;
  /** Makes good what was cut off while a group was removed. */
  leaveLostGroups(): Promise<void>;
}

export function createAccountPlaces(parts: {
  readonly model: AccountModel;
  readonly groups: Pick<GroupService, 'require' | 'tree'>;
  readonly change: (id: AccountId, fields: Partial<StoredAccount>) => Promise<Account>;
  readonly announce: (ids: readonly AccountId[]) => Promise<void>;
}): AccountPlaces {
  const { model, groups, change, announce } = parts;

  async function leaveGroup(group: GroupId, target: GroupId | null): Promise<void> {
    const touched = await model.find({ $or: [{ group }, { leads: group }] }).lean();
    await model.updateMany({ group }, { $set: { group: target } });
    await model.updateMany({ leads: group }, { $pull: { leads: group } });
    await announce(touched.map(({ _id }) => _id));
  }

  return {
    leaveGroup,

    async setPlace(id, { group, leads }) {
      await groups.require([...(leads ?? []), ...(group ? [group] : [])]);
      const fields = {
        ...(group === undefined ? {} : { group }),
        ...(leads === undefined ? {} : { leads: [...leads] }),
      };
      const account = await change(id, fields);
      // A group that was removed between the look and the write has already sent away whoever it knew of.
      const known = new Set((await groups.tree()).map((each) => each.id));
      for (const each of [...account.leads, account.group]) {
        if (each !== null && !known.has(each)) await leaveGroup(each, null);
      }
      return account;
    },

    async countByGroup() {
      const counted: { _id: GroupId; accounts: number }[] = await model.aggregate([
        { $match: { group: { $type: 'string' } } },
        { $group: { _id: '$group', accounts: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, accounts }) => [_id, accounts]));
    },

    async leaveLostGroups() {
      const known = new Set((await groups.tree()).map(({ id }) => id));
      const named = [...(await model.distinct('group')), ...(await model.distinct('leads'))];
      for (const id of new Set(named)) if (v.is(GroupId, id) && !known.has(id)) await leaveGroup(id, null);
    },
  };
}

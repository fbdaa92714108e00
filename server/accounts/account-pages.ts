/** The list of accounts, a page at a time. */
import type { Account } from '../../shared/contract/account.ts';
import type { AccountColumn, AccountQuery } from '../../shared/contract/account-operations.ts';
import { isInside } from '../../shared/contract/group-tree.ts';
import type { GroupTree } from '../../shared/contract/group.ts';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import type { Page } from '../../shared/contract/paging.ts';
import type { ChannelService } from '../channels/channel-service.ts';
import { anyOf } from '../documents/any-of.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import { readPage } from '../documents/read-page.ts';
import { searchFilter } from '../pages/search-words.ts';
import type { AccountModel, StoredAccount } from './account-model.ts';
import { toAccount } from './account-view.ts';

const fields: Record<AccountColumn, keyof StoredAccount> = {
  name: 'nameKey',
  userId: 'userIdKey',
  role: 'role',
  state: 'disabled',
  seen: 'lastSeenAt',
};

/** Answers with one page of the accounts that a question finds. */
export function createAccountPages(parts: {
  readonly model: AccountModel;
  readonly channels: Pick<ChannelService, 'find' | 'channelsOf'>;
  readonly groups: Pick<GroupDirectory, 'tree'>;
}): (query: AccountQuery) => Promise<Page<Account>> {
  const { model, channels, groups } = parts;
  return async ({ filters, search, sort, direction, cursor, size }) => {
    const { role, state, channel, group } = filters;
    const filter = {
      ...(role === undefined ? {} : { role }),
      ...(state === undefined ? {} : { disabled: state === 'disabled' }),
      ...(group === undefined ? {} : { group: anyOf(groupsBelow(await groups.tree(), group)) }),
      ...(channel === undefined ? {} : { _id: anyOf(await membersOf(channel)) }),
      ...searchFilter('words', search),
    };
    const page = await readPage<StoredAccount>(model, { filter, field: fields[sort], direction, cursor, size });
    const memberships = await channels.channelsOf(page.items.map(({ _id }) => _id));
    return { ...page, items: page.items.map((stored) => toAccount(stored, memberships.get(stored._id) ?? [])) };
  };

  async function membersOf(channel: ChannelId): Promise<readonly AccountId[]> {
    return (await channels.find(channel))?.members ?? [];
  }
}

function groupsBelow(tree: GroupTree, group: NonNullable<AccountQuery['filters']['group']>) {
  return tree.filter(({ id }) => isInside(tree, id, group)).map(({ id }) => id);
}

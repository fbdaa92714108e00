/** What the web panel asks about accounts as a list: pages, one of them, and whole files of them. */
import * as v from 'valibot';
import { Account, Role } from './account.ts';
import { operation } from './contract.ts';
import { AccountId, ChannelId, GroupId } from './identifiers.ts';
import { pageOf, pageQuery } from './paging.ts';

/** By what the list of accounts can be sorted. */
export const accountColumns = ['name', 'userId', 'role', 'state', 'seen'] as const;
export type AccountColumn = (typeof accountColumns)[number];

export const AccountState = v.picklist(['active', 'disabled']);
export type AccountState = v.InferOutput<typeof AccountState>;

export const AccountFilters = {
  role: v.optional(Role),
  state: v.optional(AccountState),
  channel: v.optional(ChannelId),
  /** Who stands in this group or anywhere below it. */
  group: v.optional(GroupId),
};
export const AccountQuery = pageQuery(accountColumns, AccountFilters);
export type AccountQuery = v.InferOutput<typeof AccountQuery>;

export const adminAccountOperations = {
  /** Searches user ID, names and e-mail. */
  'accounts.page': operation(AccountQuery, pageOf(Account)),
  'accounts.get': operation(v.strictObject({ id: AccountId }), v.strictObject({ account: Account })),
};

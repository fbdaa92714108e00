/** An account as the cells of one line. Pure. */
import type { Account } from '../../shared/contract/account.ts';
import type { AccountFileColumn } from '../../shared/contract/account-file.ts';
import { accountFileColumns } from '../../shared/contract/account-file.ts';
import type { GroupTree } from '../../shared/contract/group.ts';
import type { ChannelId, GroupId } from '../../shared/contract/identifiers.ts';
import { csvText } from '../statistics/csv-text.ts';
import { pathName } from '../statistics/filter-choices.ts';
import { accountFileTexts as texts } from '../texts/account-file-en.ts';

/** What names mean in a file. */
export interface Directory {
  readonly groups: GroupTree;
  readonly channels: readonly { readonly id: ChannelId; readonly name: string }[];
}

export type Cells = Readonly<Record<AccountFileColumn, string>>;

/** What of an account stands in a file. */
export type FiledAccount = Pick<
  Account,
  'userId' | 'fullName' | 'displayName' | 'email' | 'role' | 'disabled' | 'group' | 'leads' | 'channels' | 'capacity'
>;

export function cellsOf(account: FiledAccount, { groups, channels }: Directory): Cells {
  const { userId, fullName, displayName, email, role, disabled, group, leads, capacity } = account;
  const nameOf = (id: GroupId) => pathName(groups, id);
  return {
    userId,
    fullName,
    displayName,
    email,
    role,
    state: disabled ? texts.states.disabled : texts.states.active,
    group: group === null ? '' : nameOf(group),
    leads: listed(leads.map(nameOf)),
    channels: listed(channels.filter(({ id }) => account.channels.includes(id)).map(({ name }) => name)),
    capacity: capacity === null ? '' : String(capacity),
  };
}

/** Several names in one cell; in their order, so that two cells that say the same are alike. */
function listed(names: readonly string[]): string {
  return names.toSorted((one, other) => one.localeCompare(other)).join('; ');
}

/** All of them as a file, with a head line. */
export function accountsCsv(accounts: readonly FiledAccount[], directory: Directory): string {
  const rows = accounts.map((account) => {
    const cells = cellsOf(account, directory);
    return accountFileColumns.map((column) => cells[column]);
  });
  return csvText([accountFileColumns.map((column) => texts.heads[column]), ...rows]);
}

import type { Account } from '../../../../shared/contract/account.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { relativeTime } from '../../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn, TableSort } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { texts } from '../../texts/admin-en.ts';
import { PageLink } from '../frame/page-link.tsx';
import { paths } from '../frame/paths.ts';
import { sortAccounts } from './sort-accounts.ts';
import type { AccountColumn } from './sort-accounts.ts';

type AccountTableProps = {
  accounts: readonly Account[];
  channelNames: ReadonlyMap<ChannelId, string>;
  sort: TableSort<AccountColumn>;
  onSort: (sort: TableSort<AccountColumn>) => void;
  onOpen: (path: string) => void;
};

/** One row an account; its name leads to its page. */
export function AccountTable({ accounts, channelNames, sort, onSort, onOpen }: AccountTableProps) {
  const { columns } = texts.accounts;
  const channelsOf = (account: Account) =>
    account.channels.map((id) => safeName(channelNames.get(id) ?? '')).filter((name) => name !== '');
  const described: TableColumn<Account, AccountColumn>[] = [
    {
      key: 'name',
      head: columns.name,
      isName: true,
      sortable: true,
      cell: (account) => (
        <span class="admin-person">
          <Avatar name={account.fullName} pictureUrl={account.picture ?? undefined} kind="staff" size={26} />
          <PageLink href={paths.account(account.id)} onOpen={onOpen}>
            <OutsideText text={account.fullName} />
          </PageLink>
        </span>
      ),
    },
    {
      key: 'displayName',
      head: columns.displayName,
      sortable: true,
      cell: (account) => <OutsideText text={account.displayName} />,
    },
    { key: 'userId', head: columns.userId, sortable: true, cell: (account) => <OutsideText text={account.userId} /> },
    { key: 'role', head: columns.role, sortable: true, cell: (account) => texts.roles[account.role] },
    {
      key: 'channels',
      head: columns.channels,
      cell: (account) => channelsOf(account).join(', ') || <span class="rh-faint">{texts.accounts.none}</span>,
    },
    {
      key: 'state',
      head: columns.state,
      sortable: true,
      cell: (account) => (account.disabled ? <Tag kind="wait">{texts.accounts.disabled}</Tag> : texts.accounts.active),
    },
    {
      key: 'seen',
      head: columns.seen,
      sortable: true,
      align: 'end',
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? (
          <span class="rh-faint">{texts.accounts.never}</span>
        ) : (
          relativeTime(lastSeenAt, Date.now(), 'en')
        ),
    },
  ];
  return (
    <Table
      caption={texts.accounts.title}
      columns={described}
      rows={sortAccounts(accounts, sort)}
      rowKey={(account) => account.id}
      sort={sort}
      onSort={onSort}
    />
  );
}

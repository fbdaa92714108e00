import type { Account } from '../../../../shared/contract/account.ts';
import type { AccountColumn } from '../../../../shared/contract/account-operations.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { relativeTime } from '../../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { texts } from '../../texts/admin-en.ts';
import { groupTexts } from '../../texts/admin-groups-en.ts';
import { PageLink } from '../frame/page-link.tsx';
import { paths } from '../frame/paths.ts';
import { groupWords } from '../groups/group-choices.ts';

type Shown = {
  channelNames: ReadonlyMap<ChannelId, string>;
  groups: GroupTree;
  onOpen: (path: string) => void;
};

/** The columns of the list of accounts; the name leads to the account's page. */
export function accountColumns({ channelNames, groups, onOpen }: Shown) {
  const { columns } = texts.accounts;
  const none = <span class="rh-faint">{texts.accounts.none}</span>;
  const channelsOf = (account: Account) =>
    account.channels.map((id) => safeName(channelNames.get(id) ?? '')).filter((name) => name !== '');
  const described: TableColumn<Account, AccountColumn | `only-${string}`>[] = [
    {
      key: 'name',
      head: columns.name,
      isName: true,
      sortable: true,
      cell: (account) => (
        <span class="admin-person">
          <Avatar name={account.fullName} pictureUrl={account.picture ?? undefined} kind="staff" size={26} />
          <span>
            <PageLink href={paths.account(account.id)} onOpen={onOpen}>
              <OutsideText text={account.fullName} />
            </PageLink>
            {account.displayName !== account.fullName && (
              <span class="admin-second">{texts.accounts.shownAs(safeName(account.displayName))}</span>
            )}
          </span>
        </span>
      ),
    },
    { key: 'userId', head: columns.userId, sortable: true, cell: (account) => <OutsideText text={account.userId} /> },
    { key: 'role', head: columns.role, sortable: true, cell: (account) => texts.roles[account.role] },
    {
      key: 'only-group',
      head: groupTexts.field,
      cell: ({ group }) => (group === null ? none : <span class="admin-one-line">{groupWords(groups, group)}</span>),
    },
    {
      key: 'only-channels',
      head: columns.channels,
      cell: (account) => {
        const channels = channelsOf(account).join(', ');
        return channels === '' ? none : <span class="admin-two-lines">{channels}</span>;
      },
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
          <span class="admin-moment">{relativeTime(lastSeenAt, Date.now(), 'en')}</span>
        ),
    },
  ];
  return described;
}

import { UserPlus } from 'lucide';
import * as v from 'valibot';
import type { Account } from '../../../../shared/contract/account.ts';
import { AccountFilters, accountColumns as columnNames } from '../../../../shared/contract/account-operations.ts';
import type { AccountQuery } from '../../../../shared/contract/account-operations.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/admin-en.ts';
import { groupTexts } from '../../texts/admin-groups-en.ts';
import { AccountFileButtons } from '../account-files/account-file-buttons.tsx';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { groupChoices } from '../groups/group-choices.ts';
import { isNarrowed } from '../list/list-question.ts';
import { LongListView } from '../list/long-list.tsx';
import { useList } from '../list/use-list.ts';
import type { LongList } from '../list/use-list.ts';
import { accountColumns } from './account-columns.tsx';

const filterNames = ['role', 'state', 'channel', 'group'] as const;
type FilterName = (typeof filterNames)[number];
type AccountList = LongList<Account, AccountQuery['sort'], FilterName>;

const listForm = {
  columns: columnNames,
  filters: filterNames,
  start: { sort: 'name', direction: 'ascending' },
} as const;

/** Everybody who can sign in, however many they are. */
export function AccountsPage() {
  const { model, router } = usePanel();
  const { loaded, reload } = useLoaded(async () => {
    const [{ channels }, { groups }] = await Promise.all([
      model.server.call('channels.list', {}),
      model.server.call('groups.list', {}),
    ]);
    return { channelNames: new Map(channels.map(({ id, name }) => [id, name])), groups };
  }, 'accounts');
  const list = useList<Account, AccountQuery['sort'], FilterName>(listForm, (question, cursor, size) => {
    const { search, filters, sort, direction } = question;
    return model.server.call('accounts.page', { search, filters: readFilters(filters), sort, direction, cursor, size });
  });
  const add = (
    <>
      <AccountFileButtons />
      <Button kind="primary" size="main" icon={UserPlus} onClick={() => router.go(paths.newAccount)}>
        {texts.accounts.add}
      </Button>
    </>
  );
  return (
    <PanelPage section={paths.accounts} title={texts.accounts.title} actions={add}>
      <LoadState loaded={loaded} onRetry={reload} />
      {isWithoutReps(list) && (
        <div class="admin-part">
          <Notice kind="info">{texts.accounts.firstRep}</Notice>
        </div>
      )}
      {loaded.at === 'ready' && (
        <LongListView
          list={list}
          caption={texts.accounts.title}
          searchLabel={texts.accounts.search}
          filters={filtersOf(loaded.value)}
          columns={accountColumns({ ...loaded.value, onOpen: router.go })}
          rowKey={({ id }) => id}
          empty={<EmptyState text={texts.accounts.firstRep} />}
        />
      )}
    </PanelPage>
  );
}

/** Values of the address as the contract has them; what is none of them filters nothing. */
function readFilters(filters: Readonly<Record<FilterName, string>>): AccountQuery['filters'] {
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  const read = v.safeParse(v.strictObject(AccountFilters), Object.fromEntries(given));
  return read.success ? read.output : {};
}

function isWithoutReps({ loaded, question, next, previous }: AccountList): boolean {
  if (loaded.at !== 'ready' || isNarrowed(question) || next !== undefined || previous !== undefined) return false;
  return loaded.value.items.every(({ role }) => role === 'administrator');
}

function filtersOf({ channelNames, groups }: { channelNames: ReadonlyMap<ChannelId, string>; groups: GroupTree }) {
  const { columns, active, disabled } = texts.accounts;
  const roles = (['representative', 'team-lead', 'administrator'] as const).map((value) => ({
    value,
    label: texts.roles[value],
  }));
  const states = [
    { value: 'active', label: active },
    { value: 'disabled', label: disabled },
  ];
  const channels = [...channelNames].map(([value, label]) => ({ value, label }));
  return [
    { key: 'role', label: columns.role, choices: roles },
    { key: 'state', label: columns.state, choices: states },
    { key: 'channel', label: columns.channel, choices: channels },
    ...(groups.length === 0
      ? []
      : [{ key: 'group' as const, label: groupTexts.field, choices: groupChoices(groups, undefined) }]),
  ] as const;
}

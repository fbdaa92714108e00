import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import type { TableSort } from '../../../../shared/ui/table.tsx';
import { texts } from '../../texts/admin-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { AccountTable } from './account-table.tsx';
import type { AccountColumn } from './sort-accounts.ts';

/** Everybody who can sign in. */
export function AccountsPage() {
  const { model, router } = usePanel();
  const [sort, setSort] = useState<TableSort<AccountColumn>>({ key: 'name', direction: 'ascending' });
  const { loaded, reload } = useLoaded(async () => {
    const [{ accounts }, { channels }] = await Promise.all([
      model.server.call('accounts.list', {}),
      model.server.call('channels.list', {}),
    ]);
    return { accounts, channelNames: new Map(channels.map(({ id, name }) => [id, name])) };
  }, 'accounts');
  const add = (
    <Button kind="primary" size="main" icon={UserPlus} onClick={() => router.go(paths.newAccount)}>
      {texts.accounts.add}
    </Button>
  );
  const isWithoutReps =
    loaded.at === 'ready' && loaded.value.accounts.every((account) => account.role === 'administrator');
  return (
    <PanelPage section={paths.accounts} title={texts.accounts.title} actions={add}>
      <LoadState loaded={loaded} onRetry={reload} />
      {isWithoutReps && (
        <div class="admin-part">
          <Notice kind="info">{texts.accounts.firstRep}</Notice>
        </div>
      )}
      {loaded.at === 'ready' && <AccountTable {...loaded.value} sort={sort} onSort={setSort} onOpen={router.go} />}
    </PanelPage>
  );
}
